-- Pages of executions are found by environment and id; this index was written for each of them and read by nothing.
DROP INDEX execution_time;
