-- Where a person is told things, one address a channel. Nothing but a code is sent there until the code came back.
CREATE TABLE contact (
    person           INTEGER      NOT NULL REFERENCES person,
    channel          VARCHAR(8)   NOT NULL,
    address          VARCHAR(254) NOT NULL,
    confirmed_millis BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (person, channel)
);

-- What waits to be confirmed, as a hash; it takes the confirmed one's place only then. Counts what was sent on a day.
CREATE TABLE contact_code (
    person       INTEGER      NOT NULL REFERENCES person,
    channel      VARCHAR(8)   NOT NULL,
    address      VARCHAR(254) NOT NULL,
    hash         ${bytes}     NOT NULL,
    until_millis BIGINT       NOT NULL,
    guesses      INTEGER      NOT NULL,
    sent_millis  BIGINT       NOT NULL,
    sent_day     BIGINT       NOT NULL,
    sent         INTEGER      NOT NULL,
    PRIMARY KEY (person, channel)
);

INSERT INTO newest_number VALUES ('contact_code', 0);
