/** Which estates' doors a chair passes: the one feature that needs both catalogs. */
package isuumo.recommend;
