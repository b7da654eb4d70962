-- What the venue says of itself comes from no frame: frame, type, reader and this name it. 0 of what a frame caused.
ALTER TABLE notice ADD COLUMN cause BIGINT DEFAULT 0 NOT NULL;

DROP INDEX notice_cause;
CREATE UNIQUE INDEX notice_cause ON notice (reader, sequence, type, cause);
