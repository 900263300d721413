//! Who may come in, and for which contract.

use super::*;

fn units(sandbox: &Sandbox, headers: &[(&str, &str)]) -> Response {
    let request = Request::new("GET", "/cloudapi/v6/backupunits");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(name, value));
    sandbox.handle(&request, NOW)
}

#[test]
fn basic_and_bearer_work() {
    let sandbox = sandbox();
    for authorization in [basic("ionos-demo"), bearer("ionos-demo")] {
        assert_eq!(units(&sandbox, &[("Authorization", &authorization)]).status, 200);
    }
    let login = Account::find("ionos-demo").unwrap().login;
    assert_eq!(login, "a.marin@umbrella.example");
}

#[test]
fn nobody_else_comes_in() {
    let sandbox = sandbox();
    for authorization in ["", "Basic", "Basic eDp5", "Basic ???", "Bearer no", "Digest x", "bearer"] {
        let answer = units(&sandbox, &[("authorization", authorization)]);
        assert_eq!((answer.status, &json(&answer)["httpStatus"]), (401, &401.into()), "{authorization}");
        assert!(answer.find_header("www-authenticate").is_some());
    }
    assert_eq!(units(&sandbox, &[]).status, 401);
}

#[test]
fn a_second_factor_shuts_out_passwords_and_says_so() {
    let sandbox = sandbox();
    let refused = json(&units(&sandbox, &[("authorization", &basic("ionos-2fa"))]));
    assert!(refused["messages"][0]["message"].as_str().unwrap().contains("2-Factor"), "{refused}");
    assert_eq!(units(&sandbox, &[("authorization", &bearer("ionos-2fa"))]).status, 200);
    // A wrong password must not tell that the account has one.
    let wrong = base64::engine::general_purpose::STANDARD.encode("c.roth@umbrella.example:wrong");
    let refused = json(&units(&sandbox, &[("authorization", &format!("Basic {wrong}"))]));
    assert_eq!(refused["messages"][0]["message"], "Unauthorized");
}

#[test]
fn one_operation_may_refuse_what_all_others_take() {
    let sandbox = sandbox();
    let ask = |path: &str, authorization: String| {
        let request = Request::new("GET", &format!("/cloudapi/v6{path}"));
        sandbox.handle(&request.header("authorization", &authorization), NOW).status
    };
    for (path, status) in [("/backupunits", 200), ("/um/users", 200), ("/um/groups", 401)] {
        assert_eq!(ask(path, basic("ionos-no-basic")), status, "{path}");
        assert_eq!(ask(path, bearer("ionos-no-basic")), 200, "{path}");
    }
}

#[test]
fn the_contract_is_named_where_there_are_several() {
    let sandbox = sandbox();
    let multi = bearer("ionos-multi");
    let with = |number: &str| units(&sandbox, &[("authorization", &multi), ("X-Contract-Number", number)]);
    assert_eq!(units(&sandbox, &[("authorization", &multi)]).status, 422);
    let count = |number: &str| json(&with(number))["items"].as_array().unwrap().len();
    assert_eq!((count("31884391"), count("32090117")), (14, 5));
    assert_ne!(ids(&json(&with("31884391")))[0], ids(&json(&with("32090117")))[0]);
    for (number, status) in [("x", 400), ("", 400), ("1.5", 400), ("99999999999", 400), ("31884392", 403)] {
        assert_eq!(with(number).status, status, "{number}");
    }
    let demo = bearer("ionos-demo");
    assert_eq!(units(&sandbox, &[("authorization", &demo), ("x-contract-number", "31884391")]).status, 200);
    assert_eq!(units(&sandbox, &[("authorization", &demo), ("x-contract-number", "32090117")]).status, 403);
}

#[test]
fn the_seed_makes_the_secrets_and_the_contract() {
    let account = Account::find("ionos-demo").unwrap();
    assert_ne!(account.secret(7), account.secret(8));
    assert_ne!(account.token(7), account.secret(7));
    let (one, other) = (sandbox(), sandbox());
    let list = |sandbox: &Sandbox| Client::new(sandbox, "ionos-demo").read("/um/users?depth=3");
    assert_eq!(list(&one), list(&other));
    assert_eq!(ids(&list(&one)), ids(&Client::new(&one, "ionos-own-2").read("/um/users")));
}
