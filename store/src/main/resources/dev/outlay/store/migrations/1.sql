-- The store's own tables. Times are UTC; _connection is the small number of app.connections.
CREATE SCHEMA app;
CREATE SCHEMA data;
CREATE SCHEMA history;
CREATE TABLE app.meta (step INTEGER);
CREATE TABLE app.connections (number SMALLINT, id VARCHAR, name VARCHAR, organization_id VARCHAR);
-- What the views of each table were made from, so that they are made once.
CREATE TABLE app.prepared (name VARCHAR, made_from VARCHAR);
CREATE TABLE app.checkpoints (_connection SMALLINT, dataset VARCHAR, width VARCHAR, grouped_by VARCHAR, filter VARCHAR, parent VARCHAR,
  earliest TIMESTAMPTZ, read_at TIMESTAMPTZ, covered VARCHAR, load_seq BIGINT);
CREATE TABLE app.coverage (_connection SMALLINT, dataset VARCHAR, width VARCHAR, grouped_by VARCHAR, filter VARCHAR, parent VARCHAR,
  span_start TIMESTAMPTZ, span_end TIMESTAMPTZ, read_at TIMESTAMPTZ, settled_to TIMESTAMPTZ);
CREATE TABLE app.held (_connection SMALLINT, series VARCHAR, span_start TIMESTAMPTZ, span_end TIMESTAMPTZ,
  settled_before TIMESTAMPTZ, fingerprint VARCHAR);
CREATE TABLE app.syncs (sync_id BIGINT, _connection SMALLINT, dataset VARCHAR, started_at TIMESTAMPTZ, finished_at TIMESTAMPTZ, status VARCHAR,
  requests BIGINT, pages BIGINT, rows_read BIGINT, rows_added BIGINT, rows_changed BIGINT, rows_closed BIGINT, error VARCHAR);
-- Macros, not joins: they cost nothing where the column is not asked for. Made anew when a connection is added or renamed.
CREATE MACRO app.connection_name(number) AS NULL::VARCHAR;
CREATE MACRO app.connection_id(number) AS NULL::VARCHAR;
CREATE VIEW main.coverage AS SELECT app.connection_name(_connection) AS connection, dataset, width AS bucket_width, grouped_by, filter,
  span_start, span_end, read_at, settled_to FROM app.coverage;
CREATE VIEW main.syncs AS SELECT sync_id, app.connection_name(_connection) AS connection, dataset, started_at, finished_at, status,
  requests, pages, rows_read, rows_added, rows_changed, rows_closed, error FROM app.syncs;
