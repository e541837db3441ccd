"""标点和数字的写法：一项检查一个模式，写成数据，见 ``marks.yaml``。

Summary Marks and figures: the checks that are one pattern are rows of ``marks.yaml``.
"""

from linter.declared.rows import rows

ROWS = rows(__file__, __name__)
