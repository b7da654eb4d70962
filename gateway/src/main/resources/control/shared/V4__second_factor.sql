-- The secret is sealed before it comes here. The last step is of the newest code that counted: none counts twice.
CREATE TABLE second_factor (
    person        INTEGER  NOT NULL PRIMARY KEY REFERENCES person,
    sealed_secret ${bytes} NOT NULL,
    is_confirmed  INTEGER  NOT NULL,
    last_step     BIGINT   NOT NULL
);

CREATE TABLE recovery_code (
    person      INTEGER  NOT NULL REFERENCES person,
    hash        ${bytes} NOT NULL,
    used_millis BIGINT,
    PRIMARY KEY (person, hash)
);
