-- Names by number from a list in one row, made once a question: a case for each of a thousand connections cost seconds. A number that is
-- free again keeps its row, without an id, so that the list has no gaps.
CREATE OR REPLACE MACRO app.connection_name(k) AS (SELECT list(c.name ORDER BY c.number) FROM app.connections c)[k];
CREATE OR REPLACE MACRO app.connection_id(k) AS (SELECT list(c.id ORDER BY c.number) FROM app.connections c)[k];
