-- What the program itself remembers: connections with sealed keys, people, tokens, saved views, the schedule. JSON texts by kind and id.
CREATE TABLE app.documents (kind VARCHAR, id VARCHAR, body VARCHAR);
