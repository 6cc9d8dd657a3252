// An OAuth 2.0 server (oauth2-mock-server) whose next answer a test may replace: a line of input is the answer, and is confirmed by a line of output.
import { OAuth2Server } from 'oauth2-mock-server';
import { nextLine, say } from './process.mjs';

await nextLine();
const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');
await server.start(0, '127.0.0.1');
say({ url: `http://127.0.0.1:${server.address().port}` });

for (;;) {
  const { status, body } = JSON.parse(await nextLine());
  server.service.once('beforeResponse', (response) => {
    response.statusCode = status;
    response.body = body;
  });
  say({ done: true });
}
