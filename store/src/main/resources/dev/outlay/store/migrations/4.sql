-- Usage added up without keys and people, for asks over long times. A line holds one or many rows; what is asked for is a sum of lines.
-- Days are those of UTC; bucket_width says what they are made of, the days that the API gives or hours.
CREATE SCHEMA rollup;
CREATE TABLE app.usage_hours (_connection SMALLINT, bucket_start TIMESTAMPTZ, grouped_by VARCHAR, model VARCHAR, workspace_id VARCHAR,
  service_tier VARCHAR, context_window VARCHAR, inference_geo VARCHAR, speed VARCHAR, uncached_input_tokens BIGINT, cache_read_input_tokens BIGINT,
  cache_creation_5m_input_tokens BIGINT, cache_creation_1h_input_tokens BIGINT, output_tokens BIGINT, web_search_requests BIGINT, row_count BIGINT);
CREATE TABLE app.usage_days (_connection SMALLINT, bucket_start TIMESTAMPTZ, bucket_width VARCHAR, grouped_by VARCHAR, model VARCHAR, workspace_id VARCHAR,
  service_tier VARCHAR, context_window VARCHAR, inference_geo VARCHAR, speed VARCHAR, uncached_input_tokens BIGINT, cache_read_input_tokens BIGINT,
  cache_creation_5m_input_tokens BIGINT, cache_creation_1h_input_tokens BIGINT, output_tokens BIGINT, web_search_requests BIGINT, row_count BIGINT);
CREATE VIEW rollup.usage_hours AS SELECT app.connection_name(_connection) AS connection, '1h' AS bucket_width, * EXCLUDE (_connection) FROM app.usage_hours;
CREATE VIEW rollup.usage_days AS SELECT app.connection_name(_connection) AS connection, * EXCLUDE (_connection) FROM app.usage_days;
