module subjects

go 1.23
