-- Prices at which readers want to be told. It is armed while the market is on the other side.
CREATE TABLE price_alert (
    id        INTEGER     NOT NULL PRIMARY KEY,
    reader    INTEGER     NOT NULL,
    symbol    VARCHAR(32) NOT NULL,
    direction VARCHAR(8)  NOT NULL,
    price     VARCHAR(40) NOT NULL,
    is_repeated INTEGER   NOT NULL,
    is_armed  INTEGER     NOT NULL,
    is_active INTEGER     NOT NULL,
    times     INTEGER     NOT NULL,
    created_sequence   BIGINT NOT NULL,
    triggered_sequence BIGINT NOT NULL,
    created_millis     BIGINT NOT NULL
);

CREATE INDEX price_alert_reader ON price_alert (reader, id);

INSERT INTO newest_number VALUES ('price_alert', 0);
