-- What readers were told. A reader is an account, 0 for the administrators by key. Frame, type and reader name it for good.
CREATE TABLE notice (
    number        BIGINT       NOT NULL PRIMARY KEY,
    reader        INTEGER      NOT NULL,
    sequence      BIGINT       NOT NULL,
    type          VARCHAR(32)  NOT NULL,
    priority      VARCHAR(16)  NOT NULL,
    symbol        VARCHAR(32)  NOT NULL,
    content       VARCHAR(16000) NOT NULL,
    times         INTEGER      NOT NULL,
    caused_nanos  BIGINT       NOT NULL,
    expires_nanos BIGINT       NOT NULL,
    read_millis   BIGINT       NOT NULL,
    in_inbox      INTEGER      NOT NULL
);

CREATE UNIQUE INDEX notice_cause ON notice (reader, sequence, type);
CREATE INDEX notice_inbox ON notice (reader, in_inbox, number);
CREATE INDEX notice_age ON notice (caused_nanos);

-- What waits to be pushed: to be told together, or for the end of quiet hours. What expired meanwhile stays, and says so.
CREATE TABLE notice_waiting (
    number     BIGINT      NOT NULL,
    outlet     VARCHAR(16) NOT NULL,
    reader     INTEGER     NOT NULL,
    due_nanos  BIGINT      NOT NULL,
    is_held    INTEGER     NOT NULL,
    state      VARCHAR(16) NOT NULL,
    PRIMARY KEY (number, outlet)
);

CREATE INDEX notice_waiting_due ON notice_waiting (state, due_nanos);

-- How far the journal has been told.
CREATE TABLE notice_place (
    consumer VARCHAR(40) NOT NULL PRIMARY KEY,
    sequence BIGINT      NOT NULL,
    place    INTEGER     NOT NULL
);

-- What fell out of inboxes: because there was too much of it, or because it was old.
CREATE TABLE notice_fallen (
    reader INTEGER NOT NULL PRIMARY KEY,
    beyond BIGINT  NOT NULL,
    aged   BIGINT  NOT NULL
);
