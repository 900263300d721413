//! Amounts as people enter them: a number, for bytes with a binary unit.

use tenantry_core::acronis::offering_items::MeasurementUnit;

/// The units of bytes, the largest first.
const UNITS: [(&str, u32); 6] = [("pib", 50), ("tib", 40), ("gib", 30), ("mib", 20), ("kib", 10), ("b", 0)];

/// Reads an amount; `None` where it is none.
pub fn read(text: &str, unit: Option<&MeasurementUnit>) -> Option<i64> {
    let text = text.trim().to_ascii_lowercase();
    if unit != Some(&MeasurementUnit::Bytes) {
        return text.parse().ok();
    }
    let number = |word: &str| text.strip_suffix(word).map(|number| number.trim_end().to_owned());
    let with_unit = UNITS.iter().find_map(|(word, bits)| Some((number(word)?, *bits)));
    let (number, bits) = with_unit.unwrap_or((text, 0));
    match number.parse::<i64>() {
        Ok(whole) => whole.checked_mul(1 << bits),
        // Half a TiB is 512 GiB; half a byte is nothing.
        Err(_) if bits > 0 => {
            let bytes = number.parse::<f64>().ok()? * (1_i64 << bits) as f64;
            (bytes.is_finite() && bytes.abs() < 9e18).then_some(bytes.round() as i64)
        }
        Err(_) => None,
    }
}

/// An amount as it can be read back, without a loss.
pub fn write(value: i64, unit: Option<&MeasurementUnit>) -> String {
    let is_whole = |(_, bits): &&(&str, u32)| *bits > 0 && value != 0 && value % (1 << bits) == 0;
    match UNITS.iter().find(is_whole).filter(|_| unit == Some(&MeasurementUnit::Bytes)) {
        Some((word, bits)) => {
            let (first, rest) = word.split_at(1);
            let rest = rest.replace('b', "B");
            [&(value >> bits).to_string(), " ", &first.to_ascii_uppercase(), &rest].concat()
        }
        None => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_back_as_it_was() {
        let bytes = Some(&MeasurementUnit::Bytes);
        for (text, value) in [
            ("500 GiB", 500 << 30),
            ("1 TiB", 1 << 40),
            ("0", 0),
            ("1025", 1025),
            ("-3 KiB", -3072),
            (&i64::MAX.to_string(), i64::MAX),
        ] {
            assert_eq!((read(text, bytes), write(value, bytes)), (Some(value), text.to_owned()));
        }
        assert_eq!(read(" 0.5 tib ", bytes), Some(512 << 30));
        assert_eq!(
            (read("7b", bytes), read("12", None), write(1024, None)),
            (Some(7), Some(12), "1024".to_owned())
        );
        for wrong in ["", "a", "1.5", "1 GB", "GiB", "9e99 GiB", "9999999999 PiB", "NaN GiB", "inf GiB"] {
            assert_eq!(read(wrong, bytes), None, "{wrong}");
        }
        assert_eq!((read("1.5", None), read("1 GiB", None)), (None, None));
    }
}
