//! Every scalar type: what is read, what is kept as it is, and how it is written.

use insta::assert_snapshot;

use super::again;
use super::zoo::Scalars;

/// One line per member: what it becomes when it is read and written again, and whether it was kept.
fn members(cases: &[&str]) -> String {
    cases
        .iter()
        .map(|case| {
            let json = format!("{{{case}}}");
            let kept = serde_json::from_str::<Scalars>(&json).unwrap().additional.len();
            let mark = if kept == 0 { "" } else { "  (kept as it is)" };
            format!("{case:<44} => {}{mark}\n", again::<Scalars>(&json))
        })
        .collect()
}

#[test]
fn scalars_are_read_and_written() {
    assert_snapshot!(members(&[
        r#""text": "a\nb""#,
        r#""boolean": true"#,
        r#""byte": 255"#,
        r#""signedByte": -128"#,
        r#""int16": -32768"#,
        r#""int32": 2147483647"#,
        r#""int32": 5.0"#,
        r#""int64": 9223372036854775807"#,
        r#""int64": "9223372036854775807""#,
        r#""single": 0.1"#,
        r#""double": 1e300"#,
        r#""double": "INF""#,
        r#""double": "-INF""#,
        r#""double": "NaN""#,
        r#""double": 18446744073709551615"#,
        r#""decimal": 12"#,
        r#""decimal": 12.5"#,
        r#""decimal": "12.50""#,
        r#""decimal": "7922816251426433.7593543950335""#,
        r#""decimal": 18446744073709551615"#,
        r#""decimal": 1e-7"#,
        r#""dateTime": "2021-07-01T08:09:10.1234567Z""#,
        r#""dateTime": "2021-07-01T10:09:10+02:00""#,
        r#""date": "0001-01-01""#,
        r#""time": "08:00:00.0000000""#,
        r#""duration": "P30D""#,
        r#""duration": "-PT1H30.5S""#,
        r#""guid": "D719B6D9-E4B3-4C76-8E19-5E6A7A5B3D30""#,
        r#""binary": "+/8=""#,
        r#""binary": "-_8""#,
        r#""json": {"b": [1, null], "a": {}}"#,
        r#""dates": ["2020-02-29"]"#,
        r#""type": "t""#,
    ]), @r#"
    "text": "a\nb"                               => {"text":"a\nb"}
    "boolean": true                              => {"boolean":true}
    "byte": 255                                  => {"byte":255}
    "signedByte": -128                           => {"signedByte":-128}
    "int16": -32768                              => {"int16":-32768}
    "int32": 2147483647                          => {"int32":2147483647}
    "int32": 5.0                                 => {"int32":5}
    "int64": 9223372036854775807                 => {"int64":9223372036854775807}
    "int64": "9223372036854775807"               => {"int64":9223372036854775807}
    "single": 0.1                                => {"single":0.1}
    "double": 1e300                              => {"double":1e+300}
    "double": "INF"                              => {"double":"INF"}
    "double": "-INF"                             => {"double":"-INF"}
    "double": "NaN"                              => {"double":"NaN"}
    "double": 18446744073709551615               => {"double":1.8446744073709552e+19}
    "decimal": 12                                => {"decimal":12}
    "decimal": 12.5                              => {"decimal":12.5}
    "decimal": "12.50"                           => {"decimal":12.50}
    "decimal": "7922816251426433.7593543950335"  => {"decimal":7922816251426433.7593543950335}
    "decimal": 18446744073709551615              => {"decimal":18446744073709551615}
    "decimal": 1e-7                              => {"decimal":0.0000001}
    "dateTime": "2021-07-01T08:09:10.1234567Z"   => {"dateTime":"2021-07-01T08:09:10.1234567Z"}
    "dateTime": "2021-07-01T10:09:10+02:00"      => {"dateTime":"2021-07-01T10:09:10+02:00"}
    "date": "0001-01-01"                         => {"date":"0001-01-01"}
    "time": "08:00:00.0000000"                   => {"time":"08:00:00"}
    "duration": "P30D"                           => {"duration":"P30D"}
    "duration": "-PT1H30.5S"                     => {"duration":"-PT1H30.5S"}
    "guid": "D719B6D9-E4B3-4C76-8E19-5E6A7A5B3D30" => {"guid":"d719b6d9-e4b3-4c76-8e19-5e6a7a5b3d30"}
    "binary": "+/8="                             => {"binary":"+/8="}
    "binary": "-_8"                              => {"binary":"+/8="}
    "json": {"b": [1, null], "a": {}}            => {"json":{"b":[1,null],"a":{}}}
    "dates": ["2020-02-29"]                      => {"dates":["2020-02-29"]}
    "type": "t"                                  => {"type":"t"}
    "#);
}

#[test]
fn scalars_of_another_form_are_kept() {
    assert_snapshot!(members(&[
        r#""text": 5"#,
        r#""boolean": "true""#,
        r#""byte": 256"#,
        r#""int32": 5.5"#,
        r#""int32": 2147483648"#,
        r#""int64": 18446744073709551615"#,
        r#""int64": "many""#,
        r#""single": 1e300"#,
        r#""double": "inf""#,
        r#""decimal": "1,5""#,
        r#""decimal": 1e300"#,
        r#""dateTime": "2021-07-01""#,
        r#""dateTime": "9999-12-31T23:59:59.9999999Z""#,
        r#""date": "2021-02-29""#,
        r#""date": "2021-02-28T10:00:00""#,
        r#""dateTime": "2021-07-01T10:09:10+02:00[Europe/Berlin]""#,
        r#""time": "2021-02-28T10:00:00""#,
        r#""time": "25:00:00""#,
        r#""duration": "1 day""#,
        r#""guid": """#,
        r#""binary": "a b""#,
        r#""binary": "AB==""#,
        r#""dates": ["2020-02-29", null, "soon", 3, "2020-03-01"]"#,
    ]), @r#"
    "text": 5                                    => {"text":5}  (kept as it is)
    "boolean": "true"                            => {"boolean":"true"}  (kept as it is)
    "byte": 256                                  => {"byte":256}  (kept as it is)
    "int32": 5.5                                 => {"int32":5.5}  (kept as it is)
    "int32": 2147483648                          => {"int32":2147483648}  (kept as it is)
    "int64": 18446744073709551615                => {"int64":18446744073709551615}  (kept as it is)
    "int64": "many"                              => {"int64":"many"}  (kept as it is)
    "single": 1e300                              => {"single":1e300}  (kept as it is)
    "double": "inf"                              => {"double":"inf"}  (kept as it is)
    "decimal": "1,5"                             => {"decimal":"1,5"}  (kept as it is)
    "decimal": 1e300                             => {"decimal":1e300}  (kept as it is)
    "dateTime": "2021-07-01"                     => {"dateTime":"2021-07-01"}  (kept as it is)
    "dateTime": "9999-12-31T23:59:59.9999999Z"   => {"dateTime":"9999-12-31T23:59:59.9999999Z"}
    "date": "2021-02-29"                         => {"date":"2021-02-29"}  (kept as it is)
    "date": "2021-02-28T10:00:00"                => {"date":"2021-02-28T10:00:00"}  (kept as it is)
    "dateTime": "2021-07-01T10:09:10+02:00[Europe/Berlin]" => {"dateTime":"2021-07-01T10:09:10+02:00[Europe/Berlin]"}  (kept as it is)
    "time": "2021-02-28T10:00:00"                => {"time":"2021-02-28T10:00:00"}  (kept as it is)
    "time": "25:00:00"                           => {"time":"25:00:00"}  (kept as it is)
    "duration": "1 day"                          => {"duration":"1 day"}  (kept as it is)
    "guid": ""                                   => {"guid":""}  (kept as it is)
    "binary": "a b"                              => {"binary":"a b"}  (kept as it is)
    "binary": "AB=="                             => {"binary":"AB=="}  (kept as it is)
    "dates": ["2020-02-29", null, "soon", 3, "2020-03-01"] => {"dates":["2020-02-29",null,"soon",3,"2020-03-01"]}  (kept as it is)
    "#);
}

#[test]
fn null_is_absent() {
    assert_eq!(again::<Scalars>(r#"{"text": null, "dates": null, "json": null}"#), "{}");
}

#[test]
fn structure_where_a_scalar_is_documented_is_kept() {
    let names = [
        "text", "boolean", "int32", "double", "decimal", "dateTime", "date", "time", "duration",
        "guid", "binary",
    ];
    for json in names.map(|name| format!(r#"{{"{name}":{{"a":[1.0]}}}}"#)) {
        assert_eq!(again::<Scalars>(&json), json);
    }
}

#[test]
fn numbers_keep_their_digits() {
    assert_snapshot!(members(&[
        r#""decimal": 12345678901234567.89"#,
        r#""decimal": "12345678901234567.89""#,
        r#""decimal": -0.00000000000000000000000001"#,
        r#""decimal": 79228162514264337593543950335"#,
        r#""decimal": 79228162514264337593543950336"#,
        r#""decimal": 1.00000000000000000000000000001"#,
        r#""decimal": 1e400"#,
        r#""decimal": 1e-40"#,
        r#""decimal": 1.5E3"#,
        r#""int64": 9007199254740993.0"#,
        r#""int64": 9223372036854775808"#,
        r#""int32": 5.00000000000000000000000001"#,
        r#""double": 1e400"#,
        r#""double": 0.1"#,
        r#""json": {"a": 0.30000000000000004}"#,
        r#""json": [12345678901234567890123]"#,
        r#""json": "\ud83d""#,
    ]), @r#"
    "decimal": 12345678901234567.89              => {"decimal":12345678901234567.89}
    "decimal": "12345678901234567.89"            => {"decimal":12345678901234567.89}
    "decimal": -0.00000000000000000000000001     => {"decimal":-0.00000000000000000000000001}
    "decimal": 79228162514264337593543950335     => {"decimal":79228162514264337593543950335}
    "decimal": 79228162514264337593543950336     => {"decimal":79228162514264337593543950336}  (kept as it is)
    "decimal": 1.00000000000000000000000000001   => {"decimal":1.00000000000000000000000000001}  (kept as it is)
    "decimal": 1e400                             => {"decimal":1e400}  (kept as it is)
    "decimal": 1e-40                             => {"decimal":1e-40}  (kept as it is)
    "decimal": 1.5E3                             => {"decimal":1500}
    "int64": 9007199254740993.0                  => {"int64":9007199254740993}
    "int64": 9223372036854775808                 => {"int64":9223372036854775808}  (kept as it is)
    "int32": 5.00000000000000000000000001        => {"int32":5.00000000000000000000000001}  (kept as it is)
    "double": 1e400                              => {"double":1e400}  (kept as it is)
    "double": 0.1                                => {"double":0.1}
    "json": {"a": 0.30000000000000004}           => {"json":{"a":0.30000000000000004}}
    "json": [12345678901234567890123]            => {"json":[12345678901234567890123]}  (kept as it is)
    "json": "\ud83d"                             => {"json":"\ud83d"}  (kept as it is)
    "#);
}

#[test]
fn numbers_that_javascript_cannot_hold_can_be_strings() {
    use crate::model::{Numbers, write_json, write_json_both};
    let json =
        r#"{"int32": 1, "int64": 2, "double": 3.5, "decimal": 12.50, "other": 9007199254740993}"#;
    let scalars: Scalars = serde_json::from_str(json).unwrap();
    let written = |numbers| String::from_utf8(write_json(&scalars, numbers).unwrap()).unwrap();
    assert_snapshot!(written(Numbers::Plain), @r#"{"int32":1,"int64":2,"double":3.5,"decimal":12.50,"other":9007199254740993}"#);
    assert_snapshot!(written(Numbers::Strings), @r#"{"int32":1,"int64":"2","double":3.5,"decimal":"12.50","other":9007199254740993}"#);
    let (plain, strings) = write_json_both(&scalars).unwrap();
    assert_eq!(plain, written(Numbers::Plain).into_bytes());
    assert_eq!(strings, Some(written(Numbers::Strings).into_bytes()));
    assert_eq!(write_json_both(&Scalars { int32: Some(1), ..Scalars::default() }).unwrap().1, None);
    let update = crate::Update::from_model(&scalars);
    assert_eq!(
        write_json(&update, Numbers::Strings).unwrap(),
        written(Numbers::Strings).into_bytes()
    );
}

#[test]
fn times_are_written_as_they_were_read() {
    assert_snapshot!(members(&[
        r#""dateTime": "9999-12-31T23:59:59Z""#,
        r#""dateTime": "9999-12-31T23:59:59.9999999-12:00""#,
        r#""dateTime": "0001-01-01T00:00:00Z""#,
        r#""dateTime": "2021-07-01T10:09:10.000+05:30""#,
        r#""dateTime": "2021-07-01T10:09Z""#,
        r#""dateTime": "2021-07-01T10:09:10-00:00""#,
        r#""dateTime": "2016-12-31T23:59:60Z""#,
        r#""dateTime": "2021-07-01T24:00:00Z""#,
        r#""dateTime": "2021-07-01t10:09:10z""#,
        r#""dateTime": "2021-07-01T10:09:10.1234567890Z""#,
        r#""dateTime": "2021-07-01T10:09:10""#,
        r#""time": "23:59:60""#,
        r#""time": "08:30""#,
        r#""date": "20200229""#,
        r#""duration": "P10675199DT2H48M5.4775807S""#,
        r#""duration": "PT90M""#,
        r#""duration": "P1W""#,
        r#""duration": "P1M""#,
        r#""duration": "P""#,
        r#""duration": "P1DT""#,
        r#""duration": "PT1.5H""#,
    ]), @r#"
    "dateTime": "9999-12-31T23:59:59Z"           => {"dateTime":"9999-12-31T23:59:59Z"}
    "dateTime": "9999-12-31T23:59:59.9999999-12:00" => {"dateTime":"9999-12-31T23:59:59.9999999-12:00"}
    "dateTime": "0001-01-01T00:00:00Z"           => {"dateTime":"0001-01-01T00:00:00Z"}
    "dateTime": "2021-07-01T10:09:10.000+05:30"  => {"dateTime":"2021-07-01T10:09:10.000+05:30"}
    "dateTime": "2021-07-01T10:09Z"              => {"dateTime":"2021-07-01T10:09Z"}
    "dateTime": "2021-07-01T10:09:10-00:00"      => {"dateTime":"2021-07-01T10:09:10-00:00"}
    "dateTime": "2016-12-31T23:59:60Z"           => {"dateTime":"2016-12-31T23:59:60Z"}  (kept as it is)
    "dateTime": "2021-07-01T24:00:00Z"           => {"dateTime":"2021-07-01T24:00:00Z"}  (kept as it is)
    "dateTime": "2021-07-01t10:09:10z"           => {"dateTime":"2021-07-01t10:09:10z"}  (kept as it is)
    "dateTime": "2021-07-01T10:09:10.1234567890Z" => {"dateTime":"2021-07-01T10:09:10.1234567890Z"}  (kept as it is)
    "dateTime": "2021-07-01T10:09:10"            => {"dateTime":"2021-07-01T10:09:10"}  (kept as it is)
    "time": "23:59:60"                           => {"time":"23:59:60"}  (kept as it is)
    "time": "08:30"                              => {"time":"08:30:00"}
    "date": "20200229"                           => {"date":"20200229"}  (kept as it is)
    "duration": "P10675199DT2H48M5.4775807S"     => {"duration":"P10675199DT2H48M5.4775807S"}
    "duration": "PT90M"                          => {"duration":"PT90M"}
    "duration": "P1W"                            => {"duration":"P1W"}  (kept as it is)
    "duration": "P1M"                            => {"duration":"P1M"}  (kept as it is)
    "duration": "P"                              => {"duration":"P"}  (kept as it is)
    "duration": "P1DT"                           => {"duration":"P1DT"}  (kept as it is)
    "duration": "PT1.5H"                         => {"duration":"PT1.5H"}  (kept as it is)
    "#);
}
