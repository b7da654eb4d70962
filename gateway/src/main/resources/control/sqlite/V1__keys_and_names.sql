-- Secrets are sealed (AES-256-GCM) before they come here; the id is the seal's second part.
CREATE TABLE api_key (
    id             VARCHAR(64)  NOT NULL PRIMARY KEY,
    account        INTEGER      NOT NULL,
    label          VARCHAR(64)  NOT NULL,
    scopes         VARCHAR(64)  NOT NULL,
    sealed_secret  BLOB         NOT NULL,
    created_millis BIGINT       NOT NULL,
    request_key    BLOB,
    body_hash      BLOB
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
