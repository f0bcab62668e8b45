"""The site as Markdown and files that other tools build, without this program."""
