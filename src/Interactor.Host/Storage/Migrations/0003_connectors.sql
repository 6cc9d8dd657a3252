CREATE TABLE draft (
    owner      TEXT   NOT NULL,
    connector  TEXT   NOT NULL,
    revision   BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (owner, connector)
);

CREATE TABLE draft_file (
    owner     TEXT NOT NULL,
    connector TEXT NOT NULL,
    path      TEXT NOT NULL,
    content   TEXT NOT NULL,
    PRIMARY KEY (owner, connector, path),
    FOREIGN KEY (owner, connector) REFERENCES draft (owner, connector) ON DELETE CASCADE
);

-- What was published never changes: files is a zip archive of the definition.
CREATE TABLE connector_version (
    owner        TEXT   NOT NULL,
    connector    TEXT   NOT NULL,
    version      TEXT   NOT NULL,
    files        BYTEA  NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (owner, connector, version)
);

-- The version that callers get who pin none.
CREATE TABLE connector_current (
    owner     TEXT NOT NULL,
    connector TEXT NOT NULL,
    version   TEXT NOT NULL,
    PRIMARY KEY (owner, connector),
    FOREIGN KEY (owner, connector, version) REFERENCES connector_version (owner, connector, version)
);

-- Grows by one with each change of the two above, so that every host that shares the database notices.
CREATE TABLE catalogue_revision (revision BIGINT NOT NULL);

INSERT INTO catalogue_revision (revision) VALUES (0);
