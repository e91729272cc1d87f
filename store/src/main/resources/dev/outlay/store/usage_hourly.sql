CREATE OR REPLACE VIEW main.usage_hourly AS
SELECT u.connection, u.bucket_start, make_timestamp(epoch_us(u.bucket_start))::DATE AS date, u.workspace_id,
  CASE WHEN u.workspace_id IS NULL THEN 'Default Workspace' ELSE coalesce(w.name, u.workspace_id) END AS workspace,
  u.api_key_id, CASE WHEN u.api_key_id IS NULL THEN 'Console' ELSE coalesce(k.name, u.api_key_id) END AS api_key,
  u.model, u.service_tier, u.context_window, u.uncached_input_tokens, u.cache_read_input_tokens, u.cache_creation_5m_input_tokens,
  u.cache_creation_1h_input_tokens, u.output_tokens, u.web_search_requests, u.settled
FROM main.usage_report u
LEFT JOIN main.workspaces w ON w.connection = u.connection AND w.id = u.workspace_id
LEFT JOIN main.api_keys k ON k.connection = u.connection AND k.id = u.api_key_id
WHERE u.bucket_width = '1h' AND u.grouped_by = 'api_key_id,context_window,model,service_tier,workspace_id'
