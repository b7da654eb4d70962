-- What administrators changed of the limits of requests, and the tiers of accounts; what is not here is as configured.
CREATE TABLE request_limit (
    name    VARCHAR(255) NOT NULL PRIMARY KEY,
    setting VARCHAR(64)  NOT NULL
);
