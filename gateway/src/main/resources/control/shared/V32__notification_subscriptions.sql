-- What readers want to be told of. Types by commas, empty for all; empty symbol, threshold and filter bind nothing.
CREATE TABLE notice_subscription (
    id        INTEGER      NOT NULL PRIMARY KEY,
    reader    INTEGER      NOT NULL,
    kind      VARCHAR(16)  NOT NULL,
    scope     VARCHAR(16)  NOT NULL,
    firm      INTEGER      NOT NULL,
    types     VARCHAR(512) NOT NULL,
    least     VARCHAR(16)  NOT NULL,
    symbol    VARCHAR(32)  NOT NULL,
    threshold VARCHAR(40)  NOT NULL,
    filter    VARCHAR(512) NOT NULL,
    created_millis BIGINT  NOT NULL
);

CREATE INDEX notice_subscription_reader ON notice_subscription (reader, id);

INSERT INTO newest_number VALUES ('notice_subscription', 0);
