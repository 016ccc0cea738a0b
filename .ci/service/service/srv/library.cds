// What the pages in ../docs describe.

@path: '/v1'
service Library {

  // A column of each scalar type that OData and SQL both have.
  entity Things {
    key id  : Integer;
    text    : String(100);
    flag    : Boolean;
    small   : Int16;
    whole   : Int32;
    large   : Int64;
    exact   : Decimal(20, 4);
    inexact : Double;
    day     : Date;
    clock   : Time;
    moment  : DateTime;
    instant : Timestamp;
    guid    : UUID;
  }

  // More rows than a few pages hold.
  @cds.query.limit: { default: 250, max: 250 }
  entity Rows {
    key id : Integer;
    label  : String(40);
    bucket : Integer;
  }

  entity Shelves {
    key id : UUID;
    name   : String(100);
    books  : Association to many Books on books.shelf = $self;
  }

  @cds.search: { title, author }
  entity Books {
    key id     : Integer;
    title      : String(100);
    author     : String(100);
    pages      : Integer;
    price      : Decimal(9, 2);
    shelf      : Association to Shelves;
    cover      : LargeBinary @Core.MediaType: 'image/png';
    @odata.etag
    modifiedAt : Timestamp @cds.on.insert: $now @cds.on.update: $now;
  } actions {
    function excerpt(length : Integer) returns String;
    action lend(borrower : String, days : Integer) returns Loan;
  }

  type Loan {
    borrower : String;
    days     : Integer;
    book     : Integer;
  }

  function sum(first : Integer, second : Integer) returns Integer;
  function longest(count : Integer) returns many Books;
  action restock(title : String, copies : Integer) returns many Books;
}
