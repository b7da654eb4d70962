-- What one administrator wants and another has to agree to. The body is as it was sent.
CREATE TABLE change_by_two (
    number         INTEGER      NOT NULL PRIMARY KEY,
    actor          INTEGER      NOT NULL,
    asked_by       VARCHAR(128) NOT NULL,
    method         VARCHAR(8)   NOT NULL,
    path           VARCHAR(512) NOT NULL,
    body           ${bytes}     NOT NULL,
    state          VARCHAR(16)  NOT NULL,
    asked_millis   BIGINT       NOT NULL,
    expires_millis BIGINT       NOT NULL,
    decided_by     VARCHAR(128)
);

INSERT INTO newest_number VALUES ('change', 0);
