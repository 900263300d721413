//! Points in time: whole seconds since 1970, written and read as the vendors' answers have them. The simulation has no
//! clock; whoever asks says what time it is.

use std::fmt::Write;

use time::format_description::well_known::Rfc3339;
use time::{Date, Month, OffsetDateTime};

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

impl Moment {
    /// Midnight UTC of a date; 1970-01-01 where the calendar has no such date.
    pub const fn from_date(year: i32, month: u8, day: u8) -> Moment {
        const DAY: i64 = 86_400;
        const JULIAN_1970: i64 = 2_440_588;
        match Date::from_calendar_date(year, Month::January.nth_next(month.saturating_sub(1)), day) {
            Ok(date) => Moment((date.to_julian_day() as i64 - JULIAN_1970) * DAY),
            Err(_) => Moment(0),
        }
    }

    /// Appends the date in the given writing.
    pub fn write(self, zone: Zone, out: &mut String) {
        let shift = if zone == Zone::PlusTwo { 2 * 3600 } else { 0 };
        let local = OffsetDateTime::from_unix_timestamp(self.0 + shift).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        let ((year, month, day), (hour, minute, second)) = (local.to_calendar_date(), local.to_hms());
        let month = u8::from(month);
        // Infallible: the target is a String.
        let _ = write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
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
        let time = text.get(19..)?;
        let has_zone = time.contains(['Z', 'z', '+', '-']);
        let read = |text: &str| OffsetDateTime::parse(text, &Rfc3339).ok();
        let date = if has_zone { read(text) } else { read(&format!("{text}Z")) };
        Some(Moment(date?.unix_timestamp()))
    }
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
