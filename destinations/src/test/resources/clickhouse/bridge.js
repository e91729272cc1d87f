// The engine of ClickHouse behind the HTTP interface, as far as text goes: no logins, no settings.
// Prints its port and ends with its input. Usage: node bridge.js FOLDER
const http = require('http');
const { Session } = require('chdb');

const session = new Session(process.argv[2]);

const answer = (request, response, body) => {
  const query = new URL(request.url, 'http://here').searchParams.get('query');
  try {
    const found = session.query(query ? query + '\n' + body : body, 'TabSeparated');
    response.end(found || '');
  } catch (e) {
    response.statusCode = 500;
    response.end(String(e.message).replace(/^Query failed: /, ''));
  }
};

const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => answer(request, response, Buffer.concat(parts).toString('utf8')));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
