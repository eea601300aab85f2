#!/bin/sh
# Starts the MySQL of container.sh's image as the official image is asked to: MYSQL_DATABASE, MYSQL_USER and MYSQL_PASSWORD
# name a database and the account that has all privileges on it, MYSQL_ROOT_PASSWORD is root's password. A password has no
# quote or backslash in it. The image holds Debian's files alone; what their install scripts would have made is made here.
set -eu

data=/var/lib/mysql
if [ ! -d $data ]; then
  ln -s usr/lib64 /lib64 # where programs look for their loader
  echo 'mysql:x:999:999::/nonexistent:/usr/sbin/nologin' >/etc/passwd
  mkdir -p /tmp $data
  chmod 1777 /tmp
  chown mysql $data
  mysqld --initialize-insecure --user=mysql --datadir=$data
fi
cat >/init.sql <<SQL
CREATE DATABASE IF NOT EXISTS \`$MYSQL_DATABASE\`;
CREATE USER IF NOT EXISTS '$MYSQL_USER'@'%' IDENTIFIED BY '$MYSQL_PASSWORD';
GRANT ALL PRIVILEGES ON \`$MYSQL_DATABASE\`.* TO '$MYSQL_USER'@'%';
ALTER USER root@localhost IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
SQL
exec mysqld --user=mysql --datadir=$data --socket=$data/socket --pid-file=$data/pid --mysqlx=OFF \
  --secure-file-priv=NULL --skip-name-resolve --init-file=/init.sql "$@"
