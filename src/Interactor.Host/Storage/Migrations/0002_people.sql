-- Who may manage the host, and what they did. Secrets are here as hashes only.

CREATE TABLE person (
    id           TEXT   NOT NULL PRIMARY KEY,
    email        TEXT   NOT NULL UNIQUE,
    name         TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    password     TEXT,
    stamp        TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    signed_in_at BIGINT
);

-- A link that is good once: it makes a person, or gives one a new password.
CREATE TABLE person_link (
    id         TEXT   NOT NULL PRIMARY KEY,
    hash       TEXT   NOT NULL UNIQUE,
    purpose    TEXT   NOT NULL,
    role       TEXT   NOT NULL,
    email      TEXT,
    person     TEXT   REFERENCES person (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE sign_in_failure (
    subject  TEXT   NOT NULL PRIMARY KEY,
    count    BIGINT NOT NULL,
    first_at BIGINT NOT NULL
);

-- Entries outlive what they are about, so that nothing here refers to another table.
CREATE TABLE audit_entry (
    id          TEXT   NOT NULL PRIMARY KEY,
    at          BIGINT NOT NULL,
    actor_kind  TEXT   NOT NULL,
    actor       TEXT,
    actor_name  TEXT,
    action      TEXT   NOT NULL,
    subject     TEXT,
    environment TEXT,
    address     TEXT
);

CREATE INDEX audit_entry_environment ON audit_entry (environment, id);

-- Pages of executions go by the id, which sorts by time.
CREATE INDEX execution_page ON execution (environment, id);
CREATE INDEX execution_age ON execution (started_at);
