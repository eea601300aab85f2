-- ISUUMO's tables. Runs on MySQL 8.0 and later and on MariaDB 10.11 and later. Drops what was there.
-- utf8mb4_bin: the database compares strings code point by code point, as the server's own indexes do.
-- No secondary index: searches are answered from memory, the database is asked by primary key only.
DROP DATABASE IF EXISTS isuumo;
CREATE DATABASE isuumo DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE isuumo.estate
(
    id          INTEGER       NOT NULL PRIMARY KEY,
    name        VARCHAR(64)   NOT NULL,
    description VARCHAR(4096) NOT NULL,
    thumbnail   VARCHAR(128)  NOT NULL,
    address     VARCHAR(128)  NOT NULL,
    latitude    DOUBLE        NOT NULL,
    longitude   DOUBLE        NOT NULL,
    rent        INTEGER       NOT NULL,
    door_height INTEGER       NOT NULL,
    door_width  INTEGER       NOT NULL,
    features    VARCHAR(64)   NOT NULL,
    popularity  INTEGER       NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE isuumo.chair
(
    id          INTEGER       NOT NULL PRIMARY KEY,
    name        VARCHAR(64)   NOT NULL,
    description VARCHAR(4096) NOT NULL,
    thumbnail   VARCHAR(128)  NOT NULL,
    price       INTEGER       NOT NULL,
    height      INTEGER       NOT NULL,
    width       INTEGER       NOT NULL,
    depth       INTEGER       NOT NULL,
    color       VARCHAR(64)   NOT NULL,
    features    VARCHAR(64)   NOT NULL,
    kind        VARCHAR(64)   NOT NULL,
    popularity  INTEGER       NOT NULL,
    stock       INTEGER       NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
