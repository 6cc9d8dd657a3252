-- Times are milliseconds since 1970 in UTC. What is called sealed is encrypted and bound to its row.

CREATE TABLE organization (
    id         TEXT   NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

CREATE TABLE environment (
    id            TEXT   NOT NULL PRIMARY KEY,
    organization  TEXT   NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    name          TEXT   NOT NULL,
    revision      BIGINT NOT NULL,
    redirect_urls TEXT   NOT NULL,
    created_at    BIGINT NOT NULL,
    UNIQUE (organization, name)
);

CREATE TABLE api_key (
    environment TEXT   NOT NULL PRIMARY KEY REFERENCES environment (id) ON DELETE CASCADE,
    id          TEXT   NOT NULL UNIQUE,
    hash        BYTEA  NOT NULL,
    created_at  BIGINT NOT NULL
);

CREATE TABLE app_value (
    environment TEXT   NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    connector   TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    sealed      BYTEA  NOT NULL,
    updated_at  BIGINT NOT NULL,
    PRIMARY KEY (environment, connector, name)
);

-- A connector that is not set here, and has no values, is played by the sandbox of a development host.
CREATE TABLE connector_setting (
    environment TEXT   NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    connector   TEXT   NOT NULL,
    is_live     BIGINT NOT NULL,
    PRIMARY KEY (environment, connector)
);

-- Who an account is at the sandbox says nothing of who it is at the provider, so that each has rows of its own.
CREATE TABLE credential (
    environment    TEXT   NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    provider       TEXT   NOT NULL,
    connector      TEXT   NOT NULL,
    account        TEXT   NOT NULL,
    generation     BIGINT NOT NULL,
    method         TEXT   NOT NULL,
    status         TEXT   NOT NULL,
    identity_id    TEXT,
    identity_label TEXT,
    sealed         BYTEA  NOT NULL,
    created_at     BIGINT NOT NULL,
    updated_at     BIGINT NOT NULL,
    PRIMARY KEY (environment, provider, connector, account)
);

CREATE TABLE pending_connection (
    id          TEXT   NOT NULL PRIMARY KEY,
    environment TEXT   NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    sealed      BYTEA  NOT NULL,
    expires_at  BIGINT NOT NULL
);

CREATE INDEX pending_connection_end ON pending_connection (expires_at);

CREATE TABLE execution (
    id          TEXT   NOT NULL PRIMARY KEY,
    environment TEXT   NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    connector   TEXT   NOT NULL,
    action      TEXT   NOT NULL,
    version     TEXT,
    account     TEXT,
    started_at  BIGINT NOT NULL,
    duration_us BIGINT NOT NULL,
    status      BIGINT NOT NULL,
    code        TEXT,
    trace_id    TEXT,
    attempts    TEXT   NOT NULL
);

CREATE INDEX execution_time ON execution (environment, started_at);
