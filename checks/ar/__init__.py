"""档案内各文件互相对照。

Summary Documents of an archive against one another: numbers, titles, repeals.
"""
