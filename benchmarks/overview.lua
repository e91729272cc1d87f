-- Asks the questions of the Overview one after another and prints the 95th percentile.
local asks = {}
for line in io.lines(os.getenv("ASKS")) do asks[#asks + 1] = line end
local next = 0
function request()
  next = next + 1
  return wrk.format("GET", "/api/v1/ask?" .. asks[next % #asks + 1], { ["Accept-Encoding"] = "gzip" })
end
function done(summary, latency, requests)
  io.write(string.format("requests/s %.0f  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms  errors %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
