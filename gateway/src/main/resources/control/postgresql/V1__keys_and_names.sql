-- Secrets are sealed (AES-256-GCM) before they come here; the id is the seal's second part.
CREATE TABLE api_key (
    id             VARCHAR(64)  NOT NULL PRIMARY KEY,
    number         INTEGER      NOT NULL UNIQUE,
    account        INTEGER      NOT NULL,
    label          VARCHAR(64)  NOT NULL,
    scopes         VARCHAR(64)  NOT NULL,
    sealed_secret  BYTEA        NOT NULL,
    created_millis BIGINT       NOT NULL,
    request_key    BYTEA,
    body_hash      BYTEA
);

CREATE UNIQUE INDEX api_key_request ON api_key (request_key);

-- The journal knows accounts by number only.
CREATE TABLE account_name (
    account INTEGER      NOT NULL PRIMARY KEY,
    name    VARCHAR(128) NOT NULL
);

CREATE TABLE firm (
    number INTEGER      NOT NULL PRIMARY KEY,
    name   VARCHAR(128) NOT NULL UNIQUE
);

-- The newest number of each kind; one is never given twice.
CREATE TABLE newest_number (
    kind   VARCHAR(32) NOT NULL PRIMARY KEY,
    number INTEGER     NOT NULL
);

INSERT INTO newest_number VALUES ('api_key', 0), ('firm', 0);
