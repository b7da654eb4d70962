-- What a key may do beside its scopes, how it signs, and what became of it. Absent terms do not bind.
ALTER TABLE api_key ADD COLUMN algorithm VARCHAR(16) NOT NULL DEFAULT 'HMAC_SHA256';
ALTER TABLE api_key ADD COLUMN public_key VARCHAR(64);
ALTER TABLE api_key ADD COLUMN status VARCHAR(16) NOT NULL DEFAULT 'ACTIVE';
ALTER TABLE api_key ADD COLUMN addresses VARCHAR(4000);
ALTER TABLE api_key ADD COLUMN instruments VARCHAR(4000);
ALTER TABLE api_key ADD COLUMN most_quantity VARCHAR(32);
ALTER TABLE api_key ADD COLUMN most_value VARCHAR(32);
ALTER TABLE api_key ADD COLUMN expires_millis BIGINT;

-- Of a rotation: what is good until then beside the new.
ALTER TABLE api_key ADD COLUMN old_sealed_secret ${bytes};
ALTER TABLE api_key ADD COLUMN old_public_key VARCHAR(64);
ALTER TABLE api_key ADD COLUMN old_until_millis BIGINT NOT NULL DEFAULT 0;
ALTER TABLE api_key ADD COLUMN rotated_by ${bytes};

-- Counts the changes: by it another gateway sees that there was one.
ALTER TABLE api_key ADD COLUMN version BIGINT NOT NULL DEFAULT 0;

ALTER TABLE api_key ADD COLUMN uses BIGINT NOT NULL DEFAULT 0;
ALTER TABLE api_key ADD COLUMN errors BIGINT NOT NULL DEFAULT 0;
ALTER TABLE api_key ADD COLUMN used_millis BIGINT NOT NULL DEFAULT 0;

-- Who did what with a key, from where, with which success. Rows are added and never changed.
CREATE TABLE api_key_log (
    number     INTEGER      NOT NULL PRIMARY KEY,
    key_id     VARCHAR(64)  NOT NULL,
    at_millis  BIGINT       NOT NULL,
    operation  VARCHAR(16)  NOT NULL,
    outcome    VARCHAR(64)  NOT NULL,
    actor      VARCHAR(64)  NOT NULL,
    address    VARCHAR(64)  NOT NULL,
    user_agent VARCHAR(256) NOT NULL
);

CREATE INDEX api_key_log_key ON api_key_log (key_id, number);

INSERT INTO newest_number VALUES ('api_key_log', 0);
