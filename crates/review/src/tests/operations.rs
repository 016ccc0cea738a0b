//! Edits of operations.

use insta::assert_snapshot;

use super::{between, body, told};

#[test]
fn an_operation_is_removed() {
    assert_snapshot!(told(&[
        ("book-lend", "", ""),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      removed operation POST /books/{id}/lend
        docs  v1.0/api/book-lend.md:10, “HTTP request”
              - POST /books/{id}/lend
        rust  - books().by_id(…).lend().post(body: &BookLendBody) -> rt::NoContent
              - operations::BookLendBody::reader: Option<Box<str>>
              - operations::BookLendBody::days: Option<i32>
              - struct operations::BookLendBody
              - static operations::BOOK_LEND
              - struct paths::books::BooksById
              … and 3 more items
        source breaking, wire breaking
    ");
}

#[test]
fn an_operation_is_added() {
    assert_snapshot!(told(&[
        ("api/book-return", "", "# book: return\n\nNamespace: library\n\nTakes a book back.\n\n## HTTP request\n\n```http\nPOST /books/{id}/return\n```\n\n## Response\n\nIf successful, this method returns a `204 No Content` response code.\n"),
    ]), @"
    1 change: 1 compatible
    Rust source: minor; wire: compatible; behaviour: same
    Version step: minor

    Compatible (1)

      added operation POST /books/{id}/return
        docs  v1.0/api/book-return.md:10, “HTTP request”
              + POST /books/{id}/return
        rust  + books().by_id(…).r#return().post() -> rt::NoContent
              + static operations::BOOK_RETURN
              + struct paths::books::BooksByIdReturn
              + books().by_id(…).r#return() -> paths::books::BooksByIdReturn
        source minor
    ");
}

#[test]
fn a_page_is_renamed() {
    assert_snapshot!(told(&[
        ("book-lend", "", ""),
        ("api/book-borrow", "", "# book: lend\n\nNamespace: library\n\nLends a book to somebody.\n\n## HTTP request\n\n```http\nPOST /books/{id}/lend\n```\n\n## Response\n\nIf successful, this method returns a `204 No Content` response code.\n"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed operation POST /books/{id}/lend
        page: v1.0/api/book-lend.md → v1.0/api/book-borrow.md
        request body removed: parameters
        docs  v1.0/api/book-lend.md:10, “HTTP request” → v1.0/api/book-borrow.md:10, “HTTP request”
              - In the request body, provide a JSON object with the following parameters.
        rust  - books().by_id(…).lend().post(body: &BookLendBody) -> rt::NoContent
              + books().by_id(…).lend().post() -> rt::NoContent
              - operations::BookLendBody::reader: Option<Box<str>>
              - operations::BookLendBody::days: Option<i32>
              - struct operations::BookLendBody
              - static operations::BOOK_LEND
              + static operations::BOOK_BORROW
        source breaking, wire breaking
    ");
}

#[test]
fn a_path_is_gone() {
    assert_snapshot!(told(&[
        ("book-list", "GET /shelves/{id}/books\n", ""),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed operation GET /books
        paths removed: /shelves/{id}/books
        docs  v1.0/api/book-list.md:18, “HTTP request”
              - GET /shelves/{id}/books
        rust  - shelves().by_id(…).books().list() -> rt::Page<models::Book>
              - struct paths::shelves::Shelves
              - shelves() -> paths::shelves::Shelves
              - struct paths::shelves::ShelvesById
              - shelves().by_id(id: &str) -> paths::shelves::ShelvesById
              - struct paths::shelves::ShelvesByIdBooks
              … and 1 more item
        source breaking, wire breaking
    ");
}

#[test]
fn a_path_is_added() {
    assert_snapshot!(told(&[
        ("book-list", "GET /shelves/{id}/books\n", "GET /shelves/{id}/books\nGET /me/books\n"),
    ]), @"
    1 change: 1 compatible
    Rust source: minor; wire: compatible; behaviour: same
    Version step: minor

    Compatible (1)

      changed operation GET /books
        paths added: /me/books
        docs  v1.0/api/book-list.md:18, “HTTP request”
              + GET /me/books
        rust  + me().books().list() -> rt::Page<models::Book>
              + struct paths::me::Me
              + me() -> paths::me::Me
              + struct paths::me::MeBooks
              + me().books() -> paths::me::MeBooks
        source minor
    ");
}

#[test]
fn a_placeholder_is_called_otherwise() {
    assert_snapshot!(told(&[
        ("book-list", "/shelves/{id}/", "/shelves/{shelf-id}/"),
    ]), @"
    1 change: 1 compatible
    Rust source: compatible; wire: same; behaviour: same
    Version step: patch

    Compatible (1)

      changed path /shelves/{shelf-id}
        differs in Rust alone
        rust  - shelves().by_id(id: &str) -> paths::shelves::ShelvesById
              + shelves().by_id(shelf_id: &str) -> paths::shelves::ShelvesById
        compatible
    ");
}

#[test]
fn a_method_differs() {
    assert_snapshot!(told(&[
        ("book-lend", "POST /books", "PUT /books"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      renamed operation POST /books/{id}/lend → PUT /books/{id}/lend
        method: POST → PUT
        docs  v1.0/api/book-lend.md:10, “HTTP request”
              - POST /books/{id}/lend
              + PUT /books/{id}/lend
        rust  - books().by_id(…).lend().post(body: &BookLendBody) -> rt::NoContent
              + books().by_id(…).lend().put(body: &BookLendBody) -> rt::NoContent
        source breaking, wire breaking
    ");
}

#[test]
fn permissions_are_stricter() {
    assert_snapshot!(told(&[
        ("book-list", "|Book.Read, Book.ReadWrite|", "|Book.ReadWrite|"),
    ]), @"
    1 change: 1 of the service
    Rust source: compatible; wire: same; behaviour: stricter
    Version step: minor

    The service takes, promises or asks for something else (1)

      changed operation GET /books
        permissions (delegated, work or school): Book.Read, Book.ReadWrite → Book.ReadWrite
        docs  v1.0/api/book-list.md:18, “HTTP request”
              - |Delegated (work or school account)|Book.Read, Book.ReadWrite|
              + |Delegated (work or school account)|Book.ReadWrite|
        behaviour stricter
    ");
}

#[test]
fn permissions_are_looser() {
    assert_snapshot!(told(&[
        ("book-list", "|Book.Read.All|", "|Book.Read.All, Book.Browse.All|"),
    ]), @"
    1 change: 1 compatible
    Rust source: compatible; wire: same; behaviour: looser
    Version step: patch

    Compatible (1)

      changed operation GET /books
        permissions (application): Book.Read.All → Book.Read.All, Book.Browse.All
        docs  v1.0/api/book-list.md:18, “HTTP request”
              - |Application|Book.Read.All|
              + |Application|Book.Read.All, Book.Browse.All|
        behaviour looser
    ");
}

#[test]
fn another_permission_is_the_least() {
    assert_snapshot!(told(&[
        ("book-list", "|Book.Read, Book.ReadWrite|", "|Book.ReadWrite, Book.Read|"),
    ]), @"
    1 change: 1 compatible
    Rust source: compatible; wire: same; behaviour: different
    Version step: patch

    Compatible (1)

      changed operation GET /books
        permissions (delegated, work or school): Book.Read, Book.ReadWrite → Book.ReadWrite, Book.Read
        docs  v1.0/api/book-list.md:18, “HTTP request”
              - |Delegated (work or school account)|Book.Read, Book.ReadWrite|
              + |Delegated (work or school account)|Book.ReadWrite, Book.Read|
        behaviour different
    ");
}

#[test]
fn permissions_of_a_case_are_in_no_order() {
    let one = "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Delegated (work or school account)|Book.Read, Book.ReadWrite|";
    let two = |novels: &str, atlases: &str| {
        let head = "|Permission type|Permissions for atlases (from least to most privileged)";
        format!(
            "{head}|Permissions for novels{novels}|\n|:---|:---|:---|\n|Delegated (work or school account)|{atlases}|Book.Read, Book.ReadWrite|"
        )
    };
    let (old, now) = (two(" (from least to most privileged)", "Book.Read"), two("", "Book.Browse"));
    let (base, new) = ([("book-list", one, old.as_str())], [("book-list", one, now.as_str())]);
    assert_snapshot!(body(&between(&base, &new)), @"
    1 change: 1 of the service
    Rust source: compatible; wire: same; behaviour: stricter
    Version step: minor

    The service takes, promises or asks for something else (1)

      changed operation GET /books
        permissions (delegated, work or school, Permissions for atlases): Book.Read → Book.Browse
        permissions (Permissions for novels): ordered → in no order
        docs  v1.0/api/book-list.md:18, “HTTP request”
              - |Permission type|Permissions for atlases (from least to most privileged)|Permissions for novels (from least to most privileged)|
              - |Delegated (work or school account)|Book.Read|Book.Read, Book.ReadWrite|
              + |Permission type|Permissions for atlases (from least to most privileged)|Permissions for novels|
              + |Delegated (work or school account)|Book.Browse|Book.Read, Book.ReadWrite|
        behaviour stricter
    ");
}

#[test]
fn an_account_is_no_longer_supported() {
    assert_snapshot!(told(&[
        ("book-list", "|Book.Read.All|", "|Not supported.|"),
    ]), @"
    1 change: 1 of the service
    Rust source: compatible; wire: same; behaviour: stricter
    Version step: minor

    The service takes, promises or asks for something else (1)

      changed operation GET /books
        permissions (application): Book.Read.All → not supported
        docs  v1.0/api/book-list.md:18, “HTTP request”
              - |Application|Book.Read.All|
              + |Application|Not supported.|
        behaviour stricter
    ");
}

#[test]
fn query_options_differ() {
    assert_snapshot!(told(&[
        ("book-list", "`$filter`, `$select` and `$top`", "`$filter`, `$orderby` and `$select`"),
    ]), @"
    1 change: 1 of the service
    Rust source: compatible; wire: breaking; behaviour: stricter
    Version step: minor

    The service takes, promises or asks for something else (1)

      changed operation GET /books
        query options: $filter, $select, $top → $filter, $orderby, $select
        docs  v1.0/api/book-list.md:18, “HTTP request”
        wire breaking, behaviour stricter
    ");
}

#[test]
fn a_header_is_required() {
    assert_snapshot!(told(&[
        ("book-create", "|Authorization|Bearer {token}. Required.|", "|Authorization|Bearer {token}. Required.|\n|If-Match|The last known ETag. Required.|"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed operation POST /books
        header (If-Match) added: Edm.String, required
        docs  v1.0/api/book-create.md:10, “HTTP request”
              + |If-Match|The last known ETag. Required.|
        rust  - books().create(body: &rt::Create<models::Book>) -> rt::Written<models::Book>
              + books().create(if_match: &str, body: &rt::Create<models::Book>) -> rt::Written<models::Book>
        source breaking, wire breaking
    ");
}

#[test]
fn a_constant_is_sent() {
    let line = |to: &'static str| [("book-lend", "POST /books/{id}/lend", to)];
    let (open, first) =
        ("POST /books/{id}/lend?api-version={version}", "POST /books/{id}/lend?api-version=1.0");
    let second = "POST /books/{id}/lend?api-version=2.0";
    // Programs that were built before do not send it.
    assert_snapshot!(told(&line(first)), @"
    1 change: 1 of the service
    Rust source: compatible; wire: breaking; behaviour: same
    Version step: minor

    The service takes, promises or asks for something else (1)

      changed operation POST /books/{id}/lend
        query parameter (api-version) added: Edm.String, always `1.0`
        docs  v1.0/api/book-lend.md:10, “HTTP request”
              - POST /books/{id}/lend
              + POST /books/{id}/lend?api-version=1.0
        wire breaking
    ");
    assert_snapshot!(body(&between(&line(first), &line(second))), @"
    1 change: 1 compatible
    Rust source: compatible; wire: compatible; behaviour: different
    Version step: patch

    Compatible (1)

      changed operation POST /books/{id}/lend
        query parameter (api-version): Edm.String, always `1.0` → Edm.String, always `2.0`
        docs  v1.0/api/book-lend.md:10, “HTTP request”
              - POST /books/{id}/lend?api-version=1.0
              + POST /books/{id}/lend?api-version=2.0
        behaviour different
    ");
    assert_snapshot!(body(&between(&line(open), &line(first))), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: compatible; behaviour: different
    Version step: major

    Source that uses these breaks (1)

      changed operation POST /books/{id}/lend
        query parameter (api-version): Edm.String, required → Edm.String, always `1.0`
        docs  v1.0/api/book-lend.md:10, “HTTP request”
              - POST /books/{id}/lend?api-version={version}
              + POST /books/{id}/lend?api-version=1.0
        rust  - books().by_id(…).lend().post(api_version: &str, body: &BookLendBody) -> rt::NoContent
              + books().by_id(…).lend().post(body: &BookLendBody) -> rt::NoContent
        source breaking, behaviour different
    ");
    assert_snapshot!(body(&between(&line(first), &line(open))), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: compatible; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed operation POST /books/{id}/lend
        query parameter (api-version): Edm.String, always `1.0` → Edm.String, required
        docs  v1.0/api/book-lend.md:10, “HTTP request”
              - POST /books/{id}/lend?api-version=1.0
              + POST /books/{id}/lend?api-version={version}
        rust  - books().by_id(…).lend().post(body: &BookLendBody) -> rt::NoContent
              + books().by_id(…).lend().post(api_version: &str, body: &BookLendBody) -> rt::NoContent
        source breaking
    ");
}

#[test]
fn the_type_of_a_constant_is_of_no_matter() {
    let stated = |row: &'static str| {
        let query = "POST /books/{id}/lend?api-version=1.0";
        [("book-lend", "POST /books/{id}/lend", query), ("book-lend", "## Request body", row)]
    };
    let text = "## Query parameters\n\n|Parameter|Type|\n|:--|:--|\n|api-version|String|\n\n## Request body";
    let number = "## Query parameters\n\n|Parameter|Type|\n|:--|:--|\n|api-version|Double|\n\n## Request body";
    assert_snapshot!(body(&between(&stated(text), &stated(number))), @"
    1 change: 1 compatible
    Rust source: compatible; wire: compatible; behaviour: same
    Version step: patch

    Compatible (1)

      changed operation POST /books/{id}/lend
        query parameter (api-version): Edm.String, always `1.0` → Edm.Double, always `1.0`
        docs  v1.0/api/book-lend.md:10, “HTTP request”
              - |api-version|String|
              + |api-version|Double|
        compatible
    ");
}

#[test]
fn a_header_is_added() {
    assert_snapshot!(told(&[
        ("book-create", "|Authorization|Bearer {token}. Required.|", "|Authorization|Bearer {token}. Required.|\n|If-Match|The last known ETag. Optional.|"),
    ]), @"
    1 change: 1 compatible
    Rust source: compatible; wire: compatible; behaviour: same
    Version step: patch

    Compatible (1)

      changed operation POST /books
        header (If-Match) added: Edm.String
        docs  v1.0/api/book-create.md:10, “HTTP request”
              + |If-Match|The last known ETag. Optional.|
        compatible
    ");
}

#[test]
fn a_body_parameter_is_removed() {
    assert_snapshot!(told(&[
        ("book-lend", "|days|Int32|For how many days the book may stay there.|\n", ""),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      removed body parameter POST /books/{id}/lend/days
        docs  v1.0/api/book-lend.md:20, “Request body”
              - |days|Int32|For how many days the book may stay there.|
        rust  - operations::BookLendBody::days: Option<i32>
        source breaking, wire breaking
    ");
}

#[test]
fn a_body_parameter_is_added() {
    assert_snapshot!(told(&[
        ("book-lend", "|days|", "|branch|String|Where the book is given back.|\n|days|"),
    ]), @"
    1 change: 1 breaking unusual source only
    Rust source: breaking for some source; wire: compatible; behaviour: same
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (1)

      added body parameter POST /books/{id}/lend/branch
        docs  v1.0/api/book-lend.md:20, “Request body”
              + |branch|String|Where the book is given back.|
        rust  + operations::BookLendBody::branch: Option<Box<str>>
                where all fields are written out, without `..`
        source breaking for some source
    ");
}

#[test]
fn a_body_parameter_has_another_type() {
    assert_snapshot!(told(&[
        ("book-lend", "|days|Int32|", "|days|Duration|"),
    ]), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed body parameter POST /books/{id}/lend/days
        type: Edm.Int32 → Edm.Duration
        docs  v1.0/api/book-lend.md:20, “Request body”
              - |days|Int32|For how many days the book may stay there.|
              + |days|Duration|For how many days the book may stay there.|
        rust  - operations::BookLendBody::days: Option<i32>
              + operations::BookLendBody::days: Option<rt::Duration>
        source breaking, wire breaking
    ");
}

#[test]
fn a_body_holds_something_else() {
    assert_snapshot!(told(&[
        ("book-create", "[book](../resources/book.md) object.\n\n## Response", "[item](../resources/item.md) object.\n\n## Response"),
    ]), @"No changes.");
}

#[test]
fn a_response_holds_something_else() {
    assert_snapshot!(told(&[
        ("book-list", "[book](../resources/book.md) objects", "[item](../resources/item.md) objects"),
    ]), @"
    4 changes: 3 breaking source, 1 compatible
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (3)

      changed operation GET /books
        response: Collection(library.book) → Collection(library.item)
        docs  v1.0/api/book-list.md:18, “HTTP request”
              - If successful, this method returns a `200 OK` response code and a collection of [book](../resources/book.md) objects in the response body.
              + If successful, this method returns a `200 OK` response code and a collection of [item](../resources/item.md) objects in the response body.
        rust  - books().list() -> rt::Page<models::Book>
              + books().list() -> rt::Page<models::AnyItem>
              - shelves().by_id(…).books().list() -> rt::Page<models::Book>
              + shelves().by_id(…).books().list() -> rt::Page<models::AnyItem>
        source breaking, wire breaking

      changed operation POST /books
        request body: new library.book → new library.item
        response: library.book → library.item
        docs  v1.0/api/book-create.md:10, “HTTP request”
        rust  - books().create(body: &rt::Create<models::Book>) -> rt::Written<models::Book>
              + books().create(body: &rt::Create<models::Item>) -> rt::Written<models::AnyItem>
        source breaking, wire breaking

      changed operation POST /books/{id}/lend
        follows from operation GET /books and 1 more change
        docs  v1.0/api/book-lend.md:10, “HTTP request”
        rust  - books().by_id(…).lend().post(body: &BookLendBody) -> rt::NoContent
              + books().by_id(…).lend().post(body: &ItemLendBody) -> rt::NoContent
              - operations::BookLendBody::reader: Option<Box<str>>
              - operations::BookLendBody::days: Option<i32>
              - struct operations::BookLendBody
              + struct operations::ItemLendBody
              + operations::ItemLendBody::reader: Option<Box<str>>
              + operations::ItemLendBody::days: Option<i32>
        source breaking

    Compatible (1)

      changed type library.item
        follows from operation GET /books and 1 more change
        docs  v1.0/resources/item.md:17, “JSON representation”
        rust  + enum AnyItem
              + AnyItem::Item: models::Item
              + AnyItem::Book: models::Book
              + impl Book: rt::IsA<models::Item>
        source minor
    ");
}

#[test]
fn a_response_holds_one_value() {
    assert_snapshot!(told(&[
        ("book-list", "a collection of [book](../resources/book.md) objects", "a [book](../resources/book.md) object"),
    ]), @"
    2 changes: 1 breaking source, 1 compatible
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed operation GET /books
        paths removed: /shelves/{id}/books
        docs  v1.0/api/book-list.md:18, “HTTP request”
              - GET /shelves/{id}/books
        rust  - shelves().by_id(…).books().list() -> rt::Page<models::Book>
        source breaking, wire breaking

    Compatible (1)

      added operation GET /shelves/{id}/books
        docs  v1.0/api/book-list.md:19, “HTTP request”
              + GET /shelves/{id}/books
        rust  + shelves().by_id(…).books().get() -> models::Book
              + static operations::BOOK_LIST_BOOKS
        source minor
    ");
}

#[test]
fn a_status_differs() {
    assert_snapshot!(told(&[
        ("book-create", "`201 Created`", "`202 Accepted`"),
    ]), @"
    1 change: 1 compatible
    Rust source: compatible; wire: compatible; behaviour: different
    Version step: patch

    Compatible (1)

      changed operation POST /books
        status codes: 201 → 202
        docs  v1.0/api/book-create.md:10, “HTTP request”
              - If successful, this method returns a `201 Created` response code and a [book](../resources/book.md) object in the response body.
              + If successful, this method returns a `202 Accepted` response code and a [book](../resources/book.md) object in the response body.
        behaviour different
    ");
}

#[test]
fn only_a_title_differs() {
    assert_snapshot!(told(&[
        ("book-lend", "# book: lend", "# Lend a book"),
    ]), @"
    0 changes; beside them 1 change of words alone
    Rust source: compatible; wire: same; behaviour: same
    Version step: patch

    Wording (1)

      operation POST /books/{id}/lend
        title: book: lend → Lend a book
        docs  v1.0/api/book-lend.md:10, “HTTP request”
    ");
}
