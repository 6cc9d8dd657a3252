-- Calls with a key of their own. A row without an answer is a call that is under way, or whose host died.
CREATE TABLE idempotent_call (
    id          TEXT   NOT NULL PRIMARY KEY,
    environment TEXT   NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    input       BYTEA  NOT NULL,
    sealed      BYTEA,
    expires_at  BIGINT NOT NULL
);

CREATE INDEX idempotent_call_end ON idempotent_call (expires_at);
