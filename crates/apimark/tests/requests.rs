//! The generated client as its users call it: what its methods put on the wire, and what they read.

use generated::runtime::{Reference, Request, Update};
use generated::v1_0::{Api, api, models, operations};
use insta::assert_snapshot;

/// The request line below the service root, the headers and the body.
fn wire<T>(request: &Request<T>) -> String {
    let url = request.url(Api::BASE_URL).expect("all arguments are given");
    let path = url.strip_prefix(Api::BASE_URL).expect("the URL begins with its base");
    let mut text = format!("{} {path}\n", request.method());
    for (name, value) in request.headers() {
        text.push_str(&format!("{name}: {value}\n"));
    }
    if let Some(media_type) = request.body().media_type() {
        let body = String::from_utf8_lossy(request.body().as_bytes());
        text.push_str(&format!("{media_type}: {body}\n"));
    }
    text
}

#[test]
fn a_path_is_spelled_segment_by_segment() {
    use models::Message;
    let user = api().users().by_id("adele@contoso.com");
    let unread = user
        .messages()
        .list()
        .select((Message::ID, Message::SUBJECT))
        .filter(Message::IS_READ.eq(false))
        .top(5);
    assert_snapshot!(wire(&unread), @"GET /users/adele@contoso.com/messages?$select=id,subject&$filter=isRead%20eq%20false&$top=5");
    assert_snapshot!(wire(&user.manager().get()), @"GET /users/adele@contoso.com/manager");
}

#[test]
fn functions_and_item_paths_take_what_they_are_given() {
    let root = api().me().drive().root();
    assert_snapshot!(wire(&root.by_path("Documents/50% off?.txt").children().list()), @"GET /me/drive/root:/Documents/50%25%20off%3F.txt:/children");
    assert_snapshot!(wire(&root.by_path("a:b").get()), @"GET /me/drive/root:/a%3Ab");
    assert_snapshot!(wire(&root.search("it's").get()), @"GET /me/drive/root/search(q='it%27%27s')");
    assert_snapshot!(wire(&api().reports().get_email_activity_counts("D7").get()), @"GET /reports/getEmailActivityCounts(period='D7')");
}

#[test]
fn bodies_are_what_the_documentation_says() {
    use models::User;
    let change = Update::new().set(User::DISPLAY_NAME, "Adele").clear(User::JOB_TITLE);
    assert_snapshot!(wire(&api().me().update(&change)), @r#"
    PATCH /me
    application/json: {"displayName":"Adele","jobTitle":null}
    "#);
    let message = models::Message { subject: Some("Hello".into()), ..Default::default() };
    let mail = operations::UserSendMailBody {
        message: Some(message.into()),
        save_to_sent_items: Some(false),
        ..Default::default()
    };
    assert_snapshot!(wire(&api().me().send_mail().post(&mail)), @r#"
    POST /me/sendMail
    application/json: {"message":{"subject":"Hello"},"saveToSentItems":false}
    "#);
    let member = Reference::to(&api().users().by_id("1").get());
    let members = api().groups().by_id("g").members();
    assert_snapshot!(wire(&members.reference().add(&member)), @r#"
    POST /groups/g/members/$ref
    application/json: {"@odata.id":"https://graph.microsoft.com/v1.0/users/1"}
    "#);
    let content = api().drives().by_id("d").items().by_id("i").content();
    assert_snapshot!(wire(&content.put("text")), @"
    PUT /drives/d/items/i/content
    application/octet-stream: text
    ");
}

#[test]
fn what_creating_an_object_requires_is_asked_for() {
    use models::{PasswordProfile, User};
    let profile = PasswordProfile { password: Some("secret".into()), ..Default::default() };
    let user = User::create(true, "Adele", "adele", profile, "adele@contoso.com");
    assert_snapshot!(wire(&api().users().create(&user.set(User::BUSINESS_PHONES, ["1"]))), @r#"
    POST /users
    application/json: {"accountEnabled":true,"displayName":"Adele","mailNickname":"adele","passwordProfile":{"password":"secret"},"userPrincipalName":"adele@contoso.com","businessPhones":["1"]}
    "#);
}

#[test]
fn queries_are_made_of_the_properties_that_the_documentation_describes() {
    use models::{Group, User};
    let members = api().groups().by_id("g").members().list();
    let query = members
        .select((Group::ID, User::DISPLAY_NAME))
        .filter(User::DISPLAY_NAME.starts_with("A").and(!User::ACCOUNT_ENABLED.eq(true)));
    assert_snapshot!(wire(&query), @"
    GET /groups/g/members?$select=id,microsoft.graph.user/displayName&$filter=startswith(microsoft.graph.user/displayName,'A')%20and%20not%20(microsoft.graph.user/accountEnabled%20eq%20true)&$count=true
    ConsistencyLevel: eventual
    ");
}

#[test]
fn advanced_queries_ask_for_consistency_by_themselves() {
    use models::{DirectoryObject, User};
    let users = api().users().list();
    let query = users
        .select((User::ID, User::DISPLAY_NAME))
        .select(User::MAIL)
        .expand(User::MANAGER.select((DirectoryObject::ID, User::DISPLAY_NAME)))
        .filter(User::MAIL.ends_with("@contoso.com"))
        .order_by(User::DISPLAY_NAME.desc());
    assert_snapshot!(wire(&query), @"
    GET /users?$select=id,displayName,mail&$expand=manager($select=id,microsoft.graph.user/displayName)&$filter=endswith(mail,'@contoso.com')&$orderby=displayName%20desc&$count=true
    ConsistencyLevel: eventual
    ");
    let searched = api().users().list().search(User::DISPLAY_NAME.search("Ad"));
    assert_snapshot!(wire(&searched), @"
    GET /users?$search=%22displayName:Ad%22&$count=true
    ConsistencyLevel: eventual
    ");
}

#[test]
fn required_headers_are_arguments() {
    let task = api().planner().tasks().by_id("t");
    let percent = Update::new().set(models::PlannerTask::PERCENT_COMPLETE, 50);
    assert_snapshot!(wire(&task.update("W/\"1\"", &percent)), @r#"
    PATCH /planner/tasks/t
    If-Match: W/"1"
    application/json: {"percentComplete":50}
    "#);
    assert_snapshot!(wire(&api().users().count().get()), @"
    GET /users/$count
    ConsistencyLevel: eventual
    ");
}

#[test]
fn an_empty_key_has_no_url() {
    let deletion = api().users().by_id("").delete();
    assert_snapshot!(deletion.url(Api::BASE_URL).expect_err("no id"), @"nothing given for `{id}` in the path");
}

#[test]
fn responses_are_read_as_documented() {
    let members = api().groups().by_id("g").members().list();
    let page = members
        .decode(
            br##"{"value": [
                {"@odata.type": "#microsoft.graph.user", "id": "1", "displayName": "Adele"},
                {"@odata.type": "#microsoft.graph.orgContact", "id": "2", "mail": "x@y.z"}
            ], "@odata.nextLink": "next"}"##,
        )
        .expect("a page of directory objects");
    assert_eq!(page.next_link.as_deref(), Some("next"));
    assert_snapshot!(format!("{:#?}", page.value), @r##"
    [
        User {
            id: "1",
            displayName: "Adele",
        },
        DirectoryObject {
            id: "2",
            @odata.type: String("#microsoft.graph.orgContact"),
            mail: String("x@y.z"),
        },
    ]
    "##);
    assert_eq!(api().users().count().get().decode(b"893").expect("a number"), 893);
}
