-- Personal data is here and nowhere else: history knows a person by number.
CREATE TABLE person (
    number          INTEGER      NOT NULL PRIMARY KEY,
    email           VARCHAR(254) NOT NULL UNIQUE,
    name            VARCHAR(128) NOT NULL,
    password_hash   VARCHAR(255) NOT NULL,
    role            VARCHAR(16)  NOT NULL,
    account         INTEGER      NOT NULL,
    opening_key     ${bytes}     NOT NULL,
    created_millis  BIGINT       NOT NULL,
    disabled_millis BIGINT
);

INSERT INTO newest_number VALUES ('person', 0);

CREATE TABLE person_field (
    person  INTEGER      NOT NULL REFERENCES person,
    section VARCHAR(16)  NOT NULL,
    name    VARCHAR(32)  NOT NULL,
    value   VARCHAR(256) NOT NULL,
    PRIMARY KEY (person, section, name)
);

CREATE TABLE person_session (
    id             VARCHAR(32)  NOT NULL PRIMARY KEY,
    person         INTEGER      NOT NULL REFERENCES person,
    address        VARCHAR(64)  NOT NULL,
    user_agent     VARCHAR(256) NOT NULL,
    created_millis BIGINT       NOT NULL,
    seen_millis    BIGINT       NOT NULL,
    expires_millis BIGINT       NOT NULL,
    ended_millis   BIGINT
);

CREATE INDEX person_session_person ON person_session (person);

-- All that were ever given out in a session that still counts: who shows a used one has stolen it, or was stolen from.
CREATE TABLE refresh_token (
    hash           ${bytes}    NOT NULL PRIMARY KEY,
    session        VARCHAR(32) NOT NULL REFERENCES person_session,
    created_millis BIGINT      NOT NULL,
    used_millis    BIGINT
);

CREATE INDEX refresh_token_session ON refresh_token (session);

-- Of a user or an address, as a hash.
CREATE TABLE sign_in_attempt (
    subject     ${bytes} NOT NULL PRIMARY KEY,
    failures    INTEGER  NOT NULL,
    last_millis BIGINT   NOT NULL
);
