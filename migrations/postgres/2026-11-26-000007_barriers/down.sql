DROP TABLE barriers;
