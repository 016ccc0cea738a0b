//! The query options of whole requests.

use insta::assert_snapshot;

use super::{Address, AnyBeing, Being, Keeper};
use crate::{InvalidRequest, Method, Operation, Page, Path, Property, Request, Search};

const LIST: Operation = Operation::new("List keepers", "").takes_consistency_level();

fn list() -> Request<Page<Keeper>> {
    Path::root().child("/keepers").request(Method::GET)
}

/// The query and the headers, one a line.
fn shown<T>(request: &Request<T>) -> String {
    let query = request.query_pairs().map(|(name, value)| format!("{name}={value}\n"));
    let headers = request.headers().map(|(name, value)| format!("{name}: {value}\n"));
    query.chain(headers).collect()
}

#[test]
fn repeated_calls_add() {
    let request = list()
        .select(Keeper::ID)
        .select((Keeper::NAME, Keeper::ADDRESS.then(Address::CITY)))
        .select_raw(["shoeSize"])
        .expand(Keeper::BOSS)
        .expand((Keeper::TEAM.top(3), Keeper::TRAINEES))
        .expand_raw(["cage($select=id)"])
        .filter(Keeper::AGE.eq(1).or(Keeper::AGE.eq(2)))
        .filter(Keeper::ACTIVE.eq(true))
        .filter_raw("a eq b or c eq d")
        .order_by((Keeper::NAME.desc(), Keeper::AGE.asc()))
        .order_by(Keeper::ID)
        .order_by_raw(["shoeSize desc"])
        .top(1)
        .top(2);
    assert_snapshot!(shown(&request), @"
    $select=id,name,address/city,shoeSize
    $expand=boss,team($top=3),trainees,cage($select=id)
    $filter=(age eq 1 or age eq 2) and active eq true and (a eq b or c eq d)
    $orderby=name desc,age,id,shoeSize desc
    $top=2
    ");
}

#[test]
fn an_option_set_as_text_replaces_what_was_built() {
    let request = list().filter(Keeper::AGE.eq(1)).query("$filter", "a or b");
    assert_snapshot!(shown(&request), @"$filter=a or b");
    assert_snapshot!(shown(&request.filter(Keeper::AGE.eq(2))), @"$filter=(a or b) and age eq 2");
}

#[test]
fn expansions_nest() {
    let boss = Keeper::BOSS
        .select((Being::ID, Keeper::NAME))
        .expand(Keeper::TEAM.filter(Keeper::AGE.gt(30)).order_by(Keeper::NAME).top(2));
    let trainees = Keeper::TRAINEES
        .expansion()
        .search(Keeper::NAME.search("a"))
        .filter(Keeper::AGE.eq(1).or(Keeper::AGE.eq(2)))
        .filter(Keeper::NAME.eq(");"))
        .skip(1)
        .count()
        .top(5)
        .top(6)
        .option("$compute", "age add 1 as next".to_owned());
    let levels = (Keeper::BOSS.levels(3), Keeper::BOSS.expansion().levels_max());
    assert_snapshot!(shown(&list().expand((boss, trainees)).expand(levels)), @r#"$expand=boss($select=id,zoo.keeper/name;$expand=zoo.keeper/team($filter=zoo.keeper/age gt 30;$orderby=zoo.keeper/name;$top=2)),trainees($filter=(age eq 1 or age eq 2) and name eq ');';$search="name:a";$skip=1;$count=true;$top=6;$compute=age add 1 as next),boss($levels=3),boss($levels=max)"#);
}

#[test]
fn an_option_of_an_expansion_is_stated_once() {
    let typed = Keeper::BOSS
        .select(Keeper::ID)
        .expand(Keeper::TEAM)
        .filter(Keeper::AGE.eq(1))
        .order_by(Keeper::AGE)
        .top(1);
    let raw = typed
        .option("$select", "name".to_owned())
        .option("$expand", "boss".to_owned())
        .option("$filter", "age eq 2 or age eq 3".to_owned())
        .option("$orderby", "name".to_owned())
        .option("$top", "2".to_owned());
    assert_snapshot!(raw, @"boss($select=name;$expand=boss;$filter=age eq 2 or age eq 3;$orderby=name;$top=2)");
    assert_snapshot!(raw.select(Keeper::AGE).filter(Keeper::AGE.eq(4)), @"boss($select=name,zoo.keeper/age;$expand=boss;$filter=(age eq 2 or age eq 3) and zoo.keeper/age eq 4;$orderby=name;$top=2)");
}

#[test]
fn derived_types_may_be_mixed_where_their_base_is_queried() {
    let request: Request<Page<AnyBeing>> = Path::root().child("/beings").request(Method::GET);
    let request = request
        .select((Being::ID, Keeper::ID, Keeper::NAME))
        .filter(Keeper::NAME.eq("Ann"))
        .expand((Keeper::BOSS, Keeper::TEAM.select(Being::ID)))
        .order_by((Keeper::NAME.desc(), Keeper::AGE))
        .search(Keeper::NAME.search("a"));
    assert_snapshot!(shown(&request), @r#"
    $select=id,zoo.keeper/name
    $filter=zoo.keeper/name eq 'Ann'
    $expand=zoo.keeper/boss,zoo.keeper/team($select=id)
    $orderby=zoo.keeper/name desc,zoo.keeper/age
    $search="name:a"
    "#);
}

#[test]
fn where_documentation_shows_it_an_expansion_selects_without_names_of_types() {
    const LEAD: Property<Keeper, AnyBeing> = Property::new("lead").with_bare_select();
    let bare = LEAD.select((Being::ID, Keeper::NAME));
    assert_snapshot!(bare, @"lead($select=id,name)");
    // Nothing else of it, nor what is asked of other relationships.
    let rest = LEAD.filter(Keeper::NAME.eq("A")).expand(Keeper::BOSS.select(Keeper::NAME));
    assert_snapshot!(rest.order_by(Keeper::AGE), @"lead($expand=zoo.keeper/boss($select=zoo.keeper/name);$filter=zoo.keeper/name eq 'A';$orderby=zoo.keeper/age)");
    assert_snapshot!(Keeper::BOSS.then(LEAD).select(Keeper::AGE), @"boss/zoo.keeper/lead($select=age)");
    assert_snapshot!(Keeper::BOSS.expand(LEAD.upcast::<AnyBeing>().select(Keeper::AGE)), @"boss($expand=zoo.keeper/lead($select=age))");
}

#[test]
fn where_documentation_shows_it_names_of_types_are_left_out() {
    let bare = || Keeper::NAME.bare::<AnyBeing>();
    let request: Request<Page<AnyBeing>> = Path::root().child("/beings").request(Method::GET);
    let request = request
        .select((Being::ID, bare()))
        .filter((!bare().eq("Ann")).or(Keeper::AGE.gt(3).upcast::<AnyBeing>()))
        .expand(Keeper::BOSS.bare::<AnyBeing>().select(Keeper::NAME))
        .order_by((bare().desc(), Keeper::AGE))
        .search(bare().search("a"));
    assert_snapshot!(shown(&request), @r#"
    $select=id,name
    $filter=not (name eq 'Ann') or zoo.keeper/age gt 3
    $expand=boss($select=zoo.keeper/name)
    $orderby=name desc,zoo.keeper/age
    $search="name:a"
    "#);
}

#[test]
fn searches_quote_each_phrase() {
    let search = Keeper::NAME.search(r#"a "b" \"#).or(Keeper::MAIL.search("x"));
    let search = search.and(Search::text("y").or(Search::text("z")));
    assert_snapshot!(shown(&list().search(search)), @r#"$search=("name:a \"b\" \\" OR "mail:x") AND ("y" OR "z")"#);
}

/// The request with and without the operation's word that the header is documented.
fn implied(request: Request<Page<Keeper>>) -> String {
    let undocumented = shown(&request);
    let documented = shown(&request.documented_by(&LIST));
    documented.strip_prefix(&undocumented).expect("what is implied comes last").replace('\n', "; ")
}

#[test]
fn advanced_queries_say_so_where_the_operation_documents_it() {
    let by_name = || Keeper::NAME.starts_with("A");
    assert_eq!(implied(list().top(1).select(Keeper::ID).expand(Keeper::BOSS)), "");
    assert_eq!(implied(list().filter(by_name())), "");
    assert_eq!(implied(list().order_by(Keeper::NAME)), "");
    let both = "ConsistencyLevel: eventual; ";
    assert_eq!(implied(list().count()), both);
    assert_eq!(implied(list().query("$count", false).search("a")), both);
    let header_only = shown(&list().documented_by(&LIST).search("a"));
    assert_snapshot!(header_only, @r#"
    $search="a"
    $count=true
    ConsistencyLevel: eventual
    "#);
    assert_snapshot!(shown(&list().filter(!by_name()).documented_by(&LIST)), @"
    $filter=not (startswith(name,'A'))
    $count=true
    ConsistencyLevel: eventual
    ");
    let sorted = list().documented_by(&LIST).order_by(Keeper::NAME).filter(by_name());
    assert_snapshot!(shown(&sorted), @"
    $orderby=name
    $filter=startswith(name,'A')
    $count=true
    ConsistencyLevel: eventual
    ");
}

#[test]
fn what_is_set_explicitly_stays() {
    let request = list()
        .documented_by(&LIST)
        .filter(Keeper::NAME.ne("A"))
        .query("$count", false)
        .consistency_level("session");
    assert_snapshot!(shown(&request), @"
    $filter=name ne 'A'
    $count=false
    ConsistencyLevel: session
    ");
}

#[test]
fn numbers_casts_and_levels_are_advanced_too() {
    let at = |path: &'static str| -> Request<Page<Keeper>> {
        Path::root().child(path).request(Method::GET).documented_by(&LIST)
    };
    assert_snapshot!(shown(&at("/keepers/$count")), @"ConsistencyLevel: eventual");
    assert_snapshot!(shown(&at("/beings/microsoft.graph.keeper").order_by(Keeper::NAME)), @"
    $orderby=name
    $count=true
    ConsistencyLevel: eventual
    ");
    assert_snapshot!(shown(&at("/keepers").expand(Keeper::BOSS.levels(2))), @"
    $expand=boss($levels=2)
    $count=true
    ConsistencyLevel: eventual
    ");
}

#[test]
fn nothing_to_search_for_is_refused() {
    let nested = Keeper::TRAINEES.expand(Keeper::TRAINEES.expansion().search("\t"));
    let refused = [
        list().search(""),
        list().search(" \n"),
        list().search(Keeper::NAME.search("")),
        list().search(Search::<Keeper>::text("Ann").or(Search::text(" ").and(Search::text("Bob")))),
        list().expand(Keeper::TRAINEES.expansion().search("")),
        list().expand((Keeper::ADDRESSES, nested)),
    ];
    for request in refused {
        assert_eq!(request.check(), Err(InvalidRequest::EmptySearch));
    }
    assert_eq!(list().search("a").check(), Ok(()));
    assert_eq!(list().search_raw("").check(), Ok(()));
}

#[test]
fn what_one_page_demands_is_sent_there() {
    const MEMBERS: Operation = LIST.eventual_for("$filter $orderby cast");
    const COUNTED: Operation = LIST.eventual_for("always");
    let at = |path: &'static str, operation: &'static Operation| -> Request<Page<Keeper>> {
        Path::root().child(path).request(Method::GET).documented_by(operation)
    };
    let members = |path| at(path, &MEMBERS);
    assert_snapshot!(shown(&members("/keepers").top(1)), @"$top=1");
    assert_snapshot!(shown(&members("/keepers").order_by(Keeper::NAME)), @"
    $orderby=name
    $count=true
    ConsistencyLevel: eventual
    ");
    assert_snapshot!(shown(&members("/keepers").filter(Keeper::NAME.eq("A"))), @"
    $filter=name eq 'A'
    $count=true
    ConsistencyLevel: eventual
    ");
    assert_snapshot!(shown(&members("/beings/microsoft.graph.keeper")), @"
    $count=true
    ConsistencyLevel: eventual
    ");
    assert_snapshot!(shown(&at("/beings/microsoft.graph.keeper", &LIST)), @"");
    assert_snapshot!(shown(&at("/keepers", &COUNTED)), @"ConsistencyLevel: eventual");
}
