"""A limit to what one request may bring, before any of it is kept, whatever page it is sent to."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES = 100_000_000  # all files of a request together
CHUNK = 1 << 16


class Most(FileUploadHandler):
    """Refuses a request that says it is larger. Comes first among the handlers."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > MOST_BYTES:
            left = 10 * MOST_BYTES  # read and thrown away, so that the browser comes to hear the answer
            while left > 0 and (chunk := input_data.read(CHUNK)):
                left -= len(chunk)
            raise RequestDataTooBig("the request is too large")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
