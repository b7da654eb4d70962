-- Where a person's programs want to be told. Secrets are sealed before they come here.
CREATE TABLE webhook (
    id                VARCHAR(24)  NOT NULL PRIMARY KEY,
    person            INTEGER      NOT NULL REFERENCES person,
    url               VARCHAR(512) NOT NULL,
    sealed_secret     ${bytes}     NOT NULL,
    -- Of a rotation: what signs as well until then.
    old_sealed_secret ${bytes},
    old_until_millis  BIGINT       NOT NULL DEFAULT 0,
    created_millis    BIGINT       NOT NULL,
    -- Of the newest attempt: when, and why not; empty when it was well.
    tried_millis      BIGINT       NOT NULL DEFAULT 0,
    fault             VARCHAR(256) NOT NULL DEFAULT ''
);

CREATE INDEX webhook_person ON webhook (person);
