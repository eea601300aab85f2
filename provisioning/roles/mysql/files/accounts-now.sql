-- Every account of ours and each of its privileges, one a line, in the same words on both flavours.
SELECT CONCAT_WS(' ', 'account', CONCAT(QUOTE(user), '@', QUOTE(host)), ssl_type) FROM mysql.user
WHERE user LIKE 'isuumo\_%'
UNION ALL
SELECT CONCAT_WS(' ', '*.*', grantee, privilege_type) FROM information_schema.user_privileges
WHERE grantee LIKE '\'isuumo\_%' AND privilege_type <> 'USAGE'
UNION ALL
SELECT CONCAT_WS(' ', table_schema, grantee, privilege_type) FROM information_schema.schema_privileges
WHERE grantee LIKE '\'isuumo\_%'
UNION ALL
SELECT CONCAT_WS(' ', CONCAT(table_schema, '.', table_name), grantee, privilege_type)
FROM information_schema.table_privileges WHERE grantee LIKE '\'isuumo\_%';
