-- History knows keys by number. Until now that was the row's own number in this file.
CREATE TABLE numbered_key (
    id             VARCHAR(64)  NOT NULL PRIMARY KEY,
    number         INTEGER      NOT NULL UNIQUE,
    account        INTEGER      NOT NULL,
    label          VARCHAR(64)  NOT NULL,
    scopes         VARCHAR(64)  NOT NULL,
    sealed_secret  BLOB         NOT NULL,
    created_millis BIGINT       NOT NULL,
    request_key    BLOB,
    body_hash      BLOB
);

INSERT INTO numbered_key
SELECT id, rowid, account, label, scopes, sealed_secret, created_millis, request_key, body_hash
FROM api_key;

DROP TABLE api_key;

ALTER TABLE numbered_key RENAME TO api_key;

CREATE UNIQUE INDEX api_key_request ON api_key (request_key);

-- The newest number of each kind; one is never given twice.
CREATE TABLE newest_number (
    kind   VARCHAR(32) NOT NULL PRIMARY KEY,
    number INTEGER     NOT NULL
);

INSERT INTO newest_number SELECT 'api_key', COALESCE(MAX(number), 0) FROM api_key;

INSERT INTO newest_number SELECT 'firm', COALESCE(MAX(number), 0) FROM firm;
