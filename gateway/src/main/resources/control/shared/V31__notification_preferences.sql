-- How readers want to be told; an empty type is every type without a line of its own. Quiet hours as HH:mm of a zone, or all empty.
CREATE TABLE notice_preference (
    id       INTEGER     NOT NULL PRIMARY KEY,
    reader   INTEGER     NOT NULL,
    type     VARCHAR(32) NOT NULL,
    outlet   VARCHAR(16) NOT NULL,
    enabled  INTEGER     NOT NULL,
    least    VARCHAR(16) NOT NULL,
    quiet_start VARCHAR(5)  NOT NULL,
    quiet_end   VARCHAR(5)  NOT NULL,
    zone     VARCHAR(64) NOT NULL
);

CREATE UNIQUE INDEX notice_preference_one ON notice_preference (reader, type, outlet);

INSERT INTO newest_number VALUES ('notice_preference', 0);
