"""Starting OMS on one machine: what `make run` does.

In this order: refuse where it already runs or cannot run (`checks`), make the secrets (`secret_files`), start the
embedded servers (`postgres`, `redis`) where no URL names others, migrate and load the demo shop (`prepare`), start
web, worker and clock, say where the door is (`welcome`), and keep everything running until it is told to stop
(`supervisor`). The processes and their commands are those of the Procfile, which other platforms run as it is.
"""
