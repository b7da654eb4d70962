-- What leaves the venue for a person, from the transaction that caused it until it is delivered, given up or out of date.
CREATE TABLE delivery (
    id             VARCHAR(64)  NOT NULL PRIMARY KEY,
    person         INTEGER      NOT NULL,
    channel        VARCHAR(8)   NOT NULL,
    address        VARCHAR(512) NOT NULL,
    subject        VARCHAR(256) NOT NULL,
    body_lines     TEXT         NOT NULL,
    priority       INTEGER      NOT NULL,
    created_millis BIGINT       NOT NULL,
    expires_millis BIGINT       NOT NULL,
    status         VARCHAR(8)   NOT NULL,
    attempts       INTEGER      NOT NULL DEFAULT 0,
    -- Since it was handed in, or put back by an operator: what the retries are counted by.
    tries          INTEGER      NOT NULL DEFAULT 0,
    due_millis     BIGINT       NOT NULL,
    -- Which process is at it, and until when nobody else may be.
    leased_by      VARCHAR(36)  NOT NULL DEFAULT '',
    leased_millis  BIGINT       NOT NULL DEFAULT 0,
    reason         VARCHAR(256) NOT NULL DEFAULT '',
    ended_millis   BIGINT       NOT NULL DEFAULT 0,
    -- Counts what was given up; the order in which it is shown.
    dead_number    BIGINT       NOT NULL DEFAULT 0
);

CREATE INDEX delivery_waiting ON delivery (channel, priority DESC, due_millis) WHERE status = 'WAITING';
CREATE INDEX delivery_leased ON delivery (channel, address, leased_millis) WHERE status = 'WAITING';
CREATE INDEX delivery_expiring ON delivery (expires_millis) WHERE status = 'WAITING';
CREATE INDEX delivery_dead ON delivery (dead_number) WHERE status = 'DEAD';
CREATE INDEX delivery_ended ON delivery (ended_millis) WHERE status <> 'WAITING';

INSERT INTO newest_number VALUES ('dead_letter', 0);
