//! Points in time as the pure heart sees them: whole seconds since 1970, formatted and read without a
//! time library.

/// Seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(pub i64);

/// How a date is written; the vendor's own examples mix these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// `2016-06-22T18:25:16`, as in nearly all of the reference's examples; means UTC.
    None,
    /// `2016-06-22T18:25:16Z`
    Utc,
    /// `2016-06-22T18:25:16.090Z`
    Millis,
    /// `2016-06-22T20:25:16+02:00`
    PlusTwo,
}

const DAY: i64 = 86_400;

impl Moment {
    /// Noon-safe constructor from a civil UTC date.
    pub const fn from_date(year: i64, month: i64, day: i64) -> Moment {
        Moment(days_from_civil(year, month, day) * DAY)
    }

    /// Appends the date in the given writing.
    pub fn write(self, zone: Zone, out: &mut String) {
        let shift = if zone == Zone::PlusTwo { 2 * 3600 } else { 0 };
        let local = self.0 + shift;
        let (days, rest) = (local.div_euclid(DAY), local.rem_euclid(DAY));
        let (year, month, day) = civil_from_days(days);
        push_padded(out, year, 4);
        for (mark, part) in
            [('-', month), ('-', day), ('T', rest / 3600), (':', rest / 60 % 60), (':', rest % 60)]
        {
            out.push(mark);
            push_padded(out, part, 2);
        }
        out.push_str(match zone {
            Zone::None => "",
            Zone::Utc => "Z",
            Zone::Millis => ".090Z",
            Zone::PlusTwo => "+02:00",
        });
    }

    /// The date in the reference's usual writing, without a zone.
    pub fn text(self) -> String {
        let mut out = String::with_capacity(19);
        self.write(Zone::None, &mut out);
        out
    }

    /// Reads an RFC 3339 date; one without a zone means UTC, as in the vendor's own answers. A fraction of
    /// a second is dropped.
    pub fn parse(text: &str) -> Option<Moment> {
        let number = |range: std::ops::Range<usize>| -> Option<i64> {
            let digits = text.get(range)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let mark = |at: usize, allowed: &str| text.get(at..=at).is_some_and(|one| allowed.contains(one));
        let marks = mark(4, "-") && mark(7, "-") && mark(10, "Tt ") && mark(13, ":") && mark(16, ":");
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
        let sane =
            (1..=12).contains(&month) && (1..=31).contains(&day) && hour < 24 && minute < 60 && second <= 60;
        if !marks || !sane {
            return None;
        }
        let offset = parse_offset(strip_fraction(text.get(19..)?)?)?;
        let midnight = Moment::from_date(year, month, day).0;
        Some(Moment(midnight + hour * 3600 + minute * 60 + second - offset))
    }
}

fn strip_fraction(rest: &str) -> Option<&str> {
    let Some(fraction) = rest.strip_prefix('.') else {
        return Some(rest);
    };
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 { None } else { fraction.get(digits..) }
}

fn parse_offset(rest: &str) -> Option<i64> {
    match rest {
        "" | "Z" | "z" => return Some(0),
        _ => {}
    }
    let sign = match rest.get(0..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = rest.get(1..)?.split_once(':')?;
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    Some(sign * (hours.parse::<u8>().ok()? as i64 * 3600 + minutes.parse::<u8>().ok()? as i64 * 60))
}

fn push_padded(out: &mut String, number: i64, width: u32) {
    for place in (0..width).rev() {
        let digit = (number / 10_i64.pow(place)) % 10;
        out.push(char::from(b'0' + u8::try_from(digit).unwrap_or(0)));
    }
}

/// Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant's algorithm).
const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let shifted = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days - era * 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_reads_every_zone() {
        let moment = Moment::parse("2016-06-22T18:25:16").unwrap();
        assert_eq!(moment, Moment(1_466_619_916));
        for zone in [Zone::None, Zone::Utc, Zone::Millis, Zone::PlusTwo] {
            let mut text = String::new();
            moment.write(zone, &mut text);
            assert_eq!(Moment::parse(&text), Some(moment), "{text}");
        }
        assert_eq!(Moment::parse("2024-02-29T00:00:00-05:30").unwrap().text(), "2024-02-29T05:30:00");
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "yesterday",
            "2016-06-22",
            "2016-13-22T18:25:16",
            "2016-06-22T18:25:16.Z",
            "2016-06-22T18:25:16+2",
        ] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
