use model::Gate;

use super::{Code, Module, Named};
use crate::tokens::{ident, string};

#[test]
fn a_text_goes_into_code_only_as_a_literal() {
    let code = code!("let {} = {};", ident("r#type"), string("\"; panic!(); //\n"));
    assert_eq!(code.text(), r#"let r#type = "\"; panic!(); //\n";"#);
}

#[test]
fn code_knows_what_its_pieces_name() {
    let ty = code!("{}::Page<{}::User>", Module::Rt, Module::Models);
    let code = Code::join([&ty, &ty], ", ");
    assert_eq!(code.text(), "rt::Page<models::User>, rt::Page<models::User>");
    assert!(code.names().holds(Module::Models) && !code.names().holds(Module::Paths));
    // What stands in a literal is not named.
    assert_eq!(code!("{}", string("operators::Bar")).names(), &Named::default());
}

#[test]
fn a_module_is_needed_where_any_code_that_names_it_is_there() {
    let named = |gate: &Gate| code!("{}", Module::Models).behind(gate);
    let (mail, files) = (Gate::from(["mail"]), Gate::from(["files"]));
    let gate = |codes: [Code; 2]| {
        let code: Code = codes.into_iter().collect();
        code.names().modules().map(|(_, gate)| gate.clone()).next().expect("a module is named")
    };
    assert_eq!(gate([named(&mail), named(&files)]), Gate::from(["files", "mail"]));
    assert_eq!(gate([named(&mail), named(&Gate::default())]), Gate::default());
}
