// An OpenID provider (oidc-provider) with what the tests ask of it, and an API beside it that takes the provider's tokens.
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import Provider from 'oidc-provider';
import { nextLine, say } from './process.mjs';

const config = JSON.parse(await nextLine());
const server = config.tls
  ? createTlsServer({ ...config.tls, requestCert: true, rejectUnauthorized: false })
  : createServer();
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const base = `${config.tls ? 'https' : 'http'}://127.0.0.1:${server.address().port}`;

const certificateOf = (ctx) => ctx.socket.getPeerX509Certificate?.();
const provider = new Provider(base, {
  clients: config.clients,
  jwks: config.jwks,
  cookies: { keys: ['a key of these tests'] },
  claims: { openid: ['sub'], ...(config.email ? { email: ['email', 'email_verified'], profile: ['name'] } : {}) },
  scopes: ['openid', 'offline_access', 'api:read', ...(config.email ? ['email', 'profile'] : [])],
  rotateRefreshToken: true,
  pkce: { required: () => true },
  ttl: { AccessToken: 3600, ClientCredentials: 3600, RefreshToken: 86400, AuthorizationCode: 60, DeviceCode: 600, IdToken: 3600, Interaction: 3600, Session: 3600, Grant: 86400 },
  clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt', ...(config.tls ? ['tls_client_auth', 'self_signed_tls_client_auth'] : [])],
  features: {
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true },
    revocation: { enabled: true, allowedPolicy: (ctx, client, token) => token.clientId === client.clientId },
    introspection: { enabled: true },
    mTLS: {
      enabled: Boolean(config.tls),
      certificateBoundAccessTokens: true,
      tlsClientAuth: true,
      selfSignedTlsClientAuth: true,
      getCertificate: (ctx) => certificateOf(ctx),
      certificateAuthorized: (ctx) => ctx.socket.authorized,
      certificateSubjectMatches: (ctx, property, expected) => property === 'tls_client_auth_san_dns' && certificateOf(ctx).checkHost(expected) === expected,
    },
  },
  findAccount: (ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, email: `${id}@example.com`, email_verified: id !== 'unverified', name: id }) }),
});

// How often the provider withdrew a whole grant: only when a token came that was spent already.
let withdrawn = 0;
let refreshed = 0;
provider.on('grant.revoked', () => { withdrawn += 1; });
provider.on('grant.success', (ctx) => { refreshed += ctx.oidc.params.grant_type === 'refresh_token' ? 1 : 0; });

const thumbprint = (ctx) => certificateOf(ctx) && Buffer.from(certificateOf(ctx).fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');

provider.use(async (ctx, next) => {
  if (ctx.path === '/api/thing') {
    const value = ctx.get('authorization').replace(/^Bearer /, '');
    const token = (await provider.AccessToken.find(value)) ?? (await provider.ClientCredentials.find(value));
    const isBound = token?.['x5t#S256'] !== undefined;
    if (!token || (isBound && token['x5t#S256'] !== thumbprint(ctx))) {
      ctx.status = 401;
      ctx.set('WWW-Authenticate', 'Bearer error="invalid_token"');
      ctx.body = { error: 'invalid_token' };
      return;
    }

    ctx.body = { client: token.clientId, account: token.accountId ?? null, scope: token.scope ?? '', bound: isBound };
  } else if (ctx.path === '/test/expire') {
    await (await provider.AccessToken.find(ctx.query.token)).destroy();
    ctx.body = {};
  } else if (ctx.path === '/test/counts') {
    ctx.body = { withdrawn, refreshed };
  } else {
    await next();
  }
});

server.on('request', provider.callback());
say({ url: base });
