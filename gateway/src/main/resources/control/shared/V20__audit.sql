-- What was done, by whom, with which success. Rows are added and never changed: each one's hash covers the row before.
CREATE TABLE audit_entry (
    number      BIGINT       NOT NULL PRIMARY KEY,
    at_millis   BIGINT       NOT NULL,
    kind        VARCHAR(16)  NOT NULL,
    about       BIGINT       NOT NULL,
    actor       VARCHAR(80)  NOT NULL,
    account     INTEGER      NOT NULL,
    action      VARCHAR(256) NOT NULL,
    path        VARCHAR(512) NOT NULL,
    reason      VARCHAR(256) NOT NULL,
    status      INTEGER      NOT NULL,
    code        VARCHAR(64)  NOT NULL,
    sequence    BIGINT       NOT NULL,
    address     VARCHAR(80)  NOT NULL,
    user_agent  VARCHAR(256) NOT NULL,
    correlation VARCHAR(36)  NOT NULL,
    subject     VARCHAR(256) NOT NULL,
    times       INTEGER      NOT NULL,
    hash        ${bytes}     NOT NULL
);

-- A change has one outcome.
CREATE UNIQUE INDEX audit_entry_about ON audit_entry (about) WHERE about > 0;
CREATE INDEX audit_entry_actor ON audit_entry (actor, number);
CREATE INDEX audit_entry_correlation ON audit_entry (correlation);

INSERT INTO newest_number VALUES ('audit', 0);
