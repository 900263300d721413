//! The vendors' timestamps. Most of the reference's samples have no zone; such a date is taken as UTC and
//! says so.

use std::fmt;

/// A point in time as the vendor wrote it, with what it means.
#[derive(Clone, PartialEq, Eq)]
pub struct Date {
    /// The vendor's own text.
    pub text: String,
    /// What the text means; `None` where it is no date that we can read.
    pub read: Option<Moment>,
}

/// A date that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub epoch_ms: i64,
    /// The text names no zone, so UTC was assumed.
    pub zone_assumed: bool,
}

impl Date {
    /// Reads RFC 3339, also without a zone or with a space for the `T`.
    pub fn new(text: impl Into<String>) -> Date {
        let text = text.into();
        let read = parse(&text);
        Date { text, read }
    }
}

/// Seconds since 1970, for lists that keep many; `None` where it cannot be read, and before 1970 or after 2106.
pub(crate) fn seconds(text: &str) -> Option<u32> {
    parse(text).and_then(|moment| u32::try_from(moment.epoch_ms.div_euclid(1000)).ok())
}

fn parse(text: &str) -> Option<Moment> {
    let (date, time) = text.trim().split_once(['T', 't', ' '])?;
    let mut parts = date.split('-');
    let (year, month, day) =
        (digits(parts.next()?, 4)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    if parts.next().is_some() || !(1..=12).contains(&month) || day < 1 || day > month_length(year, month) {
        return None;
    }
    let zone_at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = (time.get(..zone_at)?, time.get(zone_at..)?);
    let of_day = clock_ms(clock)?;
    let (offset_minutes, zone_assumed) = read_zone(zone)?;
    let epoch_ms = days_from_civil(year, month, day) * 86_400_000 + of_day - offset_minutes * 60_000;
    Some(Moment { epoch_ms, zone_assumed })
}

/// An HTTP date in milliseconds since 1970: `Sun, 06 Nov 1994 08:49:37 GMT`, or one of the two older spellings that a
/// recipient has to read as well (RFC 9110, 5.6.7).
pub(crate) fn http_ms(text: &str) -> Option<f64> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let (mut month, mut clock, mut numbers) = (None, None, Vec::new());
    for part in text.split([' ', ',', '-']) {
        let lower = part.to_ascii_lowercase();
        let at = (lower.len() == 3).then(|| MONTHS.find(&lower)).flatten().filter(|at| at % 3 == 0);
        match part.parse::<i64>() {
            Ok(number) => numbers.push(number),
            _ if part.contains(':') => clock = clock_ms(part),
            _ => month = month.or(at.and_then(|at| i64::try_from(at / 3 + 1).ok())),
        }
    }
    let (&[day, year], month) = (numbers.as_slice(), month?) else { return None };
    // Of years in two digits, those from 70 on are of the last century.
    let year = if year < 70 {
        year + 2000
    } else if year < 100 {
        year + 1900
    } else {
        year
    };
    let is_date = (1..=month_length(year, month)).contains(&day);
    is_date.then_some((days_from_civil(year, month, day) * 86_400_000 + clock?) as f64)
}

fn clock_ms(clock: &str) -> Option<i64> {
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = whole.split(':');
    let (hour, minute) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let second = parts.next().map_or(Some(0), |text| digits(text, 2))?;
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    if fraction.is_empty() || !fraction.bytes().all(|one| one.is_ascii_digit()) {
        return None;
    }
    let millis: String = fraction.chars().chain("000".chars()).take(3).collect();
    Some(((hour * 60 + minute) * 60 + second) * 1000 + millis.parse::<i64>().ok()?)
}

/// Offset in minutes, and whether it was assumed.
fn read_zone(zone: &str) -> Option<(i64, bool)> {
    match zone {
        "" => return Some((0, true)),
        "Z" | "z" => return Some((0, false)),
        _ => {}
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let offset = zone.get(1..)?;
    let (hours, minutes) = match offset.split_once(':') {
        Some((hours, minutes)) => (digits(hours, 2)?, digits(minutes, 2)?),
        None if offset.len() == 4 => (digits(offset.get(..2)?, 2)?, digits(offset.get(2..)?, 2)?),
        None => (digits(offset, 2)?, 0),
    };
    (hours <= 23 && minutes <= 59).then_some((sign * (hours * 60 + minutes), false))
}

fn digits(text: &str, length: usize) -> Option<i64> {
    let good = text.len() == length && text.bytes().all(|one| one.is_ascii_digit());
    good.then(|| text.parse().ok())?
}

fn month_length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

impl fmt::Debug for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, out)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Date::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(text: &str) -> Option<(i64, bool)> {
        Date::new(text).read.map(|moment| (moment.epoch_ms, moment.zone_assumed))
    }

    #[test]
    fn http_dates() {
        let told = Some(784_111_777_000.0);
        assert_eq!(http_ms("Sun, 06 Nov 1994 08:49:37 GMT"), told);
        assert_eq!(http_ms("Sunday, 06-Nov-94 08:49:37 GMT"), told);
        assert_eq!(http_ms("Sun Nov  6 08:49:37 1994"), told);
        for bad in
            ["", "soon", "-1", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994", "06 Nov 08:49:37 GMT"]
        {
            assert_eq!(http_ms(bad), None, "{bad}");
        }
    }

    #[test]
    fn table() {
        assert_eq!(ms("2016-06-22T18:25:16"), Some((1_466_619_916_000, true)));
        assert_eq!(ms("2016-06-22T18:25:16Z"), Some((1_466_619_916_000, false)));
        assert_eq!(ms("2016-06-22T20:25:16.25+02:00"), Some((1_466_619_916_250, false)));
        assert_eq!(ms("2016-06-22 20:25:16+0200"), Some((1_466_619_916_000, false)));
        assert_eq!(ms("1970-01-01T00:00:00Z"), Some((0, false)));
        assert_eq!(ms("2000-02-29T00:00Z"), Some((951_782_400_000, false)));
        for bad in
            ["", "soon", "2016-13-01T00:00:00", "2015-02-29T00:00:00", "2016-06-22", "2016-06-22T25:00:00"]
        {
            assert_eq!(ms(bad), None, "{bad}");
        }
    }
}
